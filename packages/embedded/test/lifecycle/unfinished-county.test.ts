import type { TestDatabase } from '@postern/testkit';
import { emptyDatabase } from '@postern/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDatabase } from '../../src/stack/prepare-database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await emptyDatabase();
});

afterAll(() => database.drop());

function prepare(
  county: 'small' | number | null,
  onProgress: (line: string) => void = () => {},
): Promise<void> {
  const now = new Date('2026-03-10T09:30:00Z');
  return prepareDatabase(database.address, {
    now,
    county,
    history: 1,
    issuerUrl: null,
    onProgress,
  });
}

test('a database in which the loading of the county was interrupted serves nobody until it is loaded anew', async () => {
  const killed = new Error('killed');
  const dying = prepare(2_000, (line) => {
    if (line === 'Sample county: meetings') throw killed;
  });
  await expect(dying).rejects.toBe(killed);
  await expect(prepare(null)).rejects.toMatchObject({ code: 'COUNTY_UNFINISHED' });
  await prepare('small');
  await prepare(null);
}, 60_000);
