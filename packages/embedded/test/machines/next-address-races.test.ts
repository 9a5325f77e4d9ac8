import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';

type Owner = CountyDatabase['owner'];

const { ashdown } = cast.families;
const [safe] = ashdown.households;

let database: CountyDatabase;
beforeAll(async () => {
  database = await countyDatabase();
});
afterAll(() => database?.drop());

const moves = (by: Owner): Promise<unknown> =>
  by.run({
    text: `INSERT INTO families.household_address (id, household_id, family_id, line, town, postcode, started_on)
      VALUES (gen_random_uuid(), $1, $2, '32 Foundry Yard', 'Wexcombe', 'MZ5 8FX', '2026-06-17')`,
    values: [safe?.id, ashdown.id],
  });

/** The one that was recorded is lifted, not what was copied from it. */
const lifts = (by: Owner): Promise<unknown> =>
  by.run({
    text: `UPDATE access.restriction said SET ends_at = '2026-06-16T00:00:00Z' FROM families.household_address lived
      WHERE lived.id = said.item_id AND lived.household_id = $1 AND NOT EXISTS (SELECT FROM families.next_address_copy WHERE copy_id = said.id)`,
    values: [safe?.id],
  });

/** By how many rows an address of the household is hidden now. */
async function hiding(): Promise<number> {
  const rows = await database.owner.run({
    text: `SELECT 1 AS hides FROM access.restriction held JOIN families.household_address lived ON lived.id = held.item_id
      WHERE lived.household_id = $1 AND held.ends_at IS NULL`,
    values: [safe?.id],
  });
  return rows.length;
}

async function untilSomebodyWaits(): Promise<'waits'> {
  for (;;) {
    const waiting = await database.owner.run({
      text: `SELECT 1 AS waits FROM pg_locks lock JOIN pg_stat_activity asking ON asking.pid = lock.pid
        WHERE NOT lock.granted AND asking.datname = current_database()`,
      values: [],
    });
    if (waiting.length > 0) return 'waits';
  }
}

test.each([
  ['moves first', moves, lifts],
  ['is lifted first', lifts, moves],
])(
  'a move and the lifting of what hides the address before take turns, and no address stays hidden: %s',
  async (_, first, second) => {
    const before = await hiding();
    expect(before).toBeGreaterThan(0);
    let waiting: Promise<unknown> | undefined;
    await database.owner.transaction(async (transaction) => {
      await first(transaction);
      waiting = second(database.owner).then(() => 'done');
      expect(await Promise.race([waiting, untilSomebodyWaits()])).toBe('waits');
    });
    await waiting;
    expect(await hiding()).toBe(0);
    await database.owner.run({
      text: `UPDATE access.restriction said SET ends_at = NULL FROM families.household_address lived
      WHERE lived.id = said.item_id AND lived.household_id = $1`,
      values: [safe?.id],
    });
  },
);
