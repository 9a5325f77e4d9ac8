import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyFor } from '../src/builder/key-for.ts';
import type { Measured } from '../src/builder/measure.ts';
import { measure } from '../src/builder/measure.ts';
import { periodsWithin } from '../src/calendar/period.ts';
import { EPISODES } from '../src/catalogue/indicators/episodes.ts';
import { addAgencies, addAreas, addEpisodes } from './county.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';

const MONTHS = periodsWithin('MONTH', '2026-01', '2026-06');

let database: Awaited<ReturnType<typeof startTestDatabase>>;
let owner: Connection;
let builder: Connection;
let measured: Measured;

beforeAll(async () => {
  database = await startTestDatabase();
  owner = connect(database.address, 'owner', { max: 1 });
  builder = connect(database.address, 'reporting_builder', { max: 1 });
  await addAreas(owner);
  const schools = await addAgencies(owner, 'SCHOOL', 2);
  const nurseries = await addAgencies(owner, 'HEALTH', 1);
  const first = { families: 10, agencies: schools, openedOn: '2026-01-05', closedOn: '2026-03-10' };
  const families = await addEpisodes(owner, first);
  const again = { sameAs: families, families: 10, agencies: nurseries };
  // One while the first goes on, and one after both.
  await addEpisodes(owner, { ...again, openedOn: '2026-02-03', closedOn: '2026-04-01' });
  await addEpisodes(owner, { ...again, openedOn: '2026-05-31' });
  // Came and went in a month.
  await addEpisodes(owner, { ...first, openedOn: '2026-04-02', closedOn: '2026-04-20' });
  measured = await builder.transaction((transaction) => measure(transaction, EPISODES, MONTHS));
}, START_AND_STOP);

afterAll(async () => {
  await Promise.allSettled([owner?.close(), builder?.close()]);
  await database.remove();
}, START_AND_STOP);

const openAtEnd = (kind?: string) =>
  MONTHS.map((month) => {
    const place = kind === undefined ? [] : [{ dimension: 'AGENCY_KIND' as const, code: kind }];
    return measured.at(keyFor(EPISODES, 'OPEN_AT_END', month, place));
  });
const none = { kind: 'COUNT', count: 0 };
const ten = (contributors: number) => ({ kind: 'COUNT', count: 10, contributors });

test('a family with two episodes that overlap is open once, with the agencies of both', () => {
  expect(openAtEnd()).toEqual([ten(2), ten(3), ten(1), none, ten(1), ten(1)]);
});

test('a family is open in each place that one of its episodes is open in', () => {
  expect(openAtEnd('SCHOOL')).toEqual([ten(2), ten(2), none, none, none, none]);
  expect(openAtEnd('HEALTH')).toEqual([none, ten(1), ten(1), none, ten(1), ten(1)]);
});
