import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';

const okafor = cast.families.okafor.episodes.current;

/** The county that grants are walked in, and its clock. */
export const clock = new CountyClock();
let database: CountyDatabase;
let gate: Gate;

export async function openCounty(): Promise<void> {
  database = await countyDatabase();
  gate = await gateFor(database, { clock });
}

export async function closeCounty(): Promise<void> {
  await gate?.close();
  await database?.drop();
}

export const theGate: Pick<Gate, 'ask'> = { ask: (...given) => gate.ask(...given) };

export async function ownerRuns(
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return database.owner.run<Row>({ text, values: [...values] });
}
export type Row = Readonly<Record<string, unknown>>;

/** As a command of another service would: what ends by itself ends at the moment of the county's clock. */
export async function atCountyTime(text: string, values: readonly unknown[]): Promise<void> {
  await database.owner.transaction(async (transaction) => {
    await transaction.run({
      text: `SELECT set_config('postern.now', $1, true)`,
      values: [clock.now().toISOString()],
    });
    await transaction.run({ text, values: [...values] });
  });
}

export async function eventCount(): Promise<number> {
  const [row] = await ownerRuns('SELECT count(*)::integer AS n FROM partners.access_event');
  return Number(row?.['n']);
}

export async function expectEvent(subject: string, expected: Row): Promise<void> {
  const [row] = await ownerRuns(
    'SELECT * FROM partners.access_event WHERE subject_id = $1 ORDER BY position DESC LIMIT 1',
    [subject],
  );
  expect(row).toMatchObject({ machine: 'GRANT', episode_id: okafor.id, ...expected });
  expect(new Date(String(row?.['at'])).getTime()).toBe(clock.now().getTime());
}
