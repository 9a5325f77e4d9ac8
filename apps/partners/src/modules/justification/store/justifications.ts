import type { JustificationState } from '@postern/access-facts';
import type { Statements } from '@postern/subgraph-kit';
import { CommandRefused, isUuid } from '@postern/subgraph-kit';
import { standingAt } from '../justification.machine.ts';
import type { Justification } from './columns.ts';
import { COLUMNS } from './columns.ts';

const SELECTED = Object.entries(COLUMNS)
  .map(([name, column]) => `${column} AS "${name}"`)
  .join(', ');

/** One justification, and those that were written together with it; the one itself is among them. */
export interface HeldSet {
  readonly one: Justification;
  readonly all: readonly Justification[];
}

/**
 * Reads a justification with those of its set, and holds them until the transaction ends. They are held in one order,
 * so that of two who hold the same ones neither waits for the other for ever.
 * @throws CommandRefused RECORD_UNKNOWN
 */
export async function holdSet(transaction: Statements, id: string, now: Date): Promise<HeldSet> {
  const found = isUuid(id)
    ? await transaction.run<Justification>({
        text: `SELECT ${SELECTED} FROM access.justification
          WHERE id = $1 OR set_id = (SELECT set_id FROM access.justification WHERE id = $1)
          ORDER BY id FOR UPDATE`,
        values: [id],
      })
    : [];
  const all = found.map((each) => ({ ...each, state: standingAt(each, now) }));
  const one = all.find((each) => each.id === id);
  if (one === undefined) throw new CommandRefused('RECORD_UNKNOWN');
  return { one, all };
}

/** Those that came with an override, held until the transaction ends. */
export async function heldWithGrant(
  transaction: Statements,
  grant: string,
  now: Date,
): Promise<readonly Justification[]> {
  const found = await transaction.run<Justification>({
    text: `SELECT ${SELECTED} FROM access.justification WHERE grant_id = $1 ORDER BY id FOR UPDATE`,
    values: [grant],
  });
  return found.map((each) => ({ ...each, state: standingAt(each, now) }));
}

/** Adds one that is sent in. */
export async function addJustification(
  transaction: Statements,
  justification: Justification,
): Promise<void> {
  const names = Object.keys(COLUMNS) as (keyof Justification)[];
  await transaction.run({
    text: `INSERT INTO access.justification (${names.map((name) => COLUMNS[name]).join(', ')})
      VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    values: names.map((name) => stored(justification[name])),
  });
}

/** What of a justification a step may write beside where it stands. */
export interface Change {
  readonly state?: JustificationState;
  readonly approved_by?: string;
  readonly family_told_on?: string | null;
  readonly not_told_because?: string | null;
  readonly outcome?: string;
  readonly checked_at?: string | null;
  readonly caldicott_advice?: string | null;
}

/** Writes what a step changed, and counts the step. */
export async function change(transaction: Statements, id: string, columns: Change): Promise<void> {
  const names = Object.keys(columns) as (keyof Change)[];
  const set = names.map((name, index) => `${name} = $${index + 2}, `).join('');
  await transaction.run({
    text: `UPDATE access.justification SET ${set}revision = revision + 1 WHERE id = $1`,
    values: [id, ...names.map((name) => columns[name] ?? null)],
  });
}

function stored(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
