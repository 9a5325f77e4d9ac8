import { setImmediate as othersTurn } from 'node:timers/promises';
import type { Connection } from '@postern/database';
import type { ProtectedCell } from '@postern/disclosure-control';
import type { Grain } from '../calendar/grain.ts';
import { GRAINS } from '../calendar/grain.ts';
import { addMonths, monthOf } from '../calendar/month.ts';
import type { Period } from '../calendar/period.ts';
import { addPeriods, partsOf, periodOf, startOf } from '../calendar/period.ts';
import type { IndicatorDefinition } from '../catalogue/indicator.ts';
import type { Members } from '../catalogue/place.ts';
import type { CellRow } from '../published/cell-row.ts';
import { cellFromRow } from '../published/cell-row.ts';
import { profileNamed } from '../published/profiles.ts';
import { readCells } from '../published/read-cells.ts';
import { countsOf } from './counts.ts';
import { geometryOf } from './geometry.ts';
import type { MadeEdition } from './insert-editions.ts';
import { insertEditions } from './insert-editions.ts';
import { measure } from './measure.ts';
import { protectEdition } from './protect-edition.ts';

/** So many months before a period are protected with it: a chain of stocks tells less the longer it is, and takes longer. */
const MONTHS_BEFORE = 3;

/** What is to go out of one indicator, oldest first, and the time it is marked with. */
export interface Due {
  readonly definition: IndicatorDefinition;
  readonly due: readonly Period[];
  readonly members: Members;
  readonly now: Date;
}

/** Publishes them in one transaction, without what another builder published meanwhile. Returns the editions. */
export function publishIndicator(connection: Connection, given: Due): Promise<readonly string[]> {
  const { definition, members, now } = given;
  return connection.transaction(async (transaction) => {
    const profile = profileNamed(definition.profile);
    const { due, out } = await claim(transaction, given);
    if (due.length === 0) return [];
    // Where stocks lead from one to the next, what is due tells of what is out.
    const earlier = definition.movement === undefined ? [] : [...out];
    const needed = measuredFor([...lately(earlier, due), ...due]);
    const measured = await measure(transaction, definition, needed);
    const published = new Map(await readPublished(transaction, definition, needed));
    const geometry = geometryOf(definition, members);
    const made: MadeEdition[] = [];
    for (const period of due) {
      const told = lately(earlier, [period]);
      const edition = { definition, period, earlier: told, geometry, measured, published };
      const cells = protectEdition(edition, { members, profile });
      for (const { key, cell } of cells) published.set(key, cell);
      made.push({ period, cells });
      earlier.push(period);
      // Who asks something of the same process meanwhile waits for one edition at most.
      await othersTurn();
    }
    await insertEditions(transaction, { definition, profile, now, made });
    return made.map(({ period }) => `${definition.id}/${period.grain}/${startOf(period)}`);
  });
}

/** One builder at a time publishes an indicator: the second waits for the first, then finds what is out. */
async function claim(
  transaction: Connection,
  { definition, due }: Due,
): Promise<{ readonly due: readonly Period[]; readonly out: readonly Period[] }> {
  await transaction.run({
    text: "select pg_advisory_xact_lock(hashtextextended('reporting.' || $1, 0))::text",
    values: [definition.id],
  });
  const rows = await transaction.run<{ grain: Grain; start: string }>({
    text: 'select grain, period_start::text as start from reporting.edition where indicator = $1 order by period_start, grain',
    values: [definition.id],
  });
  const out = rows.map(({ grain, start }) => periodOf(grain, monthOf(start)));
  const isOut = (period: Period) =>
    out.some(({ grain, first }) => grain === period.grain && first === period.first);
  return { due: due.filter((period) => !isOut(period)), out };
}

/** Of what is out, the periods that began not long before these. */
function lately(out: readonly Period[], due: readonly Period[]): readonly Period[] {
  const [earliest = ''] = due.map(({ first }) => first).toSorted();
  const from = addMonths(earliest, -MONTHS_BEFORE);
  return out.filter(({ first }) => first >= from);
}

/** The periods due, what each is made of, and the months before and at its end, whose stocks it leads from and to. */
function measuredFor(due: readonly Period[]): readonly Period[] {
  const all = due.flatMap((period) => [period, ...within(period), ...ends(period)]);
  return [...new Map(all.map((each) => [`${each.grain} ${each.first}`, each])).values()];
}

function within(period: Period): readonly Period[] {
  return partsOf(period).flatMap((part) => [part, ...within(part)]);
}

function ends({ first, last }: Period): readonly Period[] {
  const month = (at: string): Period => ({ grain: 'MONTH', first: at, last: at });
  return [addPeriods(month(first), -1), month(last)];
}

/** What is out of the periods that those due are protected against. */
async function readPublished(
  transaction: Connection,
  definition: IndicatorDefinition,
  wanted: readonly Period[],
): Promise<readonly (readonly [string, ProtectedCell])[]> {
  const earlier = countsOf(definition).flatMap(({ sameAs }) => sameAs?.indicator ?? []);
  const read: ReadonlyMap<string, CellRow>[] = [];
  for (const indicator of new Set([definition.id, ...earlier]))
    for (const grain of GRAINS) {
      const starts = wanted
        .filter((each) => each.grain === grain)
        .map(startOf)
        .toSorted();
      const [from, to] = [starts[0], starts.at(-1)];
      if (from === undefined || to === undefined) continue;
      read.push(await readCells(transaction, { indicator, grain, from, to, cuts: null }));
    }
  return read.flatMap((cells) => [...cells].map(([key, row]) => [key, cellFromRow(row)] as const));
}
