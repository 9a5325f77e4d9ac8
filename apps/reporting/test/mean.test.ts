import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Measured } from '../src/builder/measure.ts';
import { measure } from '../src/builder/measure.ts';
import type { Period } from '../src/calendar/period.ts';
import { startOf } from '../src/calendar/period.ts';
import { NEEDS } from '../src/catalogue/indicators/needs.ts';
import type { Place } from '../src/catalogue/place.ts';
import { cellKey } from '../src/published/cell-key.ts';
import { addAgencies, addEpisodes } from './county.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';

const MARCH: Period = { grain: 'MONTH', first: '2026-03', last: '2026-03' };
const QUARTER: Period = { grain: 'QUARTER', first: '2026-01', last: '2026-03' };
const THREE = ['GOOD_EDUCATION', 'GOOD_EDUCATION', 'SECURE_HOUSING'];

let database: Awaited<ReturnType<typeof startTestDatabase>>;
let owner: Connection;
let builder: Connection;
let measured: Measured;

/** Closes an episode of each of these families, with needs of these outcomes. */
async function closes(
  families: readonly string[],
  closedOn: string,
  outcomes: readonly string[],
): Promise<void> {
  const agencies = await addAgencies(owner, 'SCHOOL', 1);
  const openedOn = '2026-01-09';
  await addEpisodes(owner, { families: 0, sameAs: families, agencies, openedOn, closedOn });
  await owner.run({
    text: `insert into episodes.need (id, episode_id, outcome, identified_on, recorded_by, agency_id, recorded_at, nature, concerns)
      select gen_random_uuid(), episode.id, outcome, '2026-01-10', $4, $4, '2026-01-10', 'FACT', '{}'
      from episodes.episode, unnest($3::text[]) as outcome where family_id = any ($1::uuid[]) and closed_on = $2`,
    values: [families, closedOn, outcomes, randomUUID()],
  });
}

function mean(period: Period, place: Place = []): number | null {
  const { grain } = period;
  const cell = { indicator: NEEDS.id, measure: 'CLOSED_WITH_NEEDS', grain };
  return measured.amountAt('MEAN', cellKey({ ...cell, periodStart: startOf(period), place }));
}

beforeAll(async () => {
  database = await startTestDatabase();
  owner = connect(database.address, 'owner', { max: 1 });
  builder = connect(database.address, 'reporting_builder');
  const [one, another] = [randomUUID(), randomUUID()];
  await closes([one], '2026-03-20', ['GOOD_EDUCATION']);
  await closes([another], '2026-03-20', THREE);
  await closes([one], '2026-02-20', THREE);
  measured = await measure(builder, NEEDS, [MARCH, QUARTER]);
}, START_AND_STOP);

afterAll(async () => {
  await Promise.allSettled([owner?.close(), builder?.close()]);
  await database.remove();
}, START_AND_STOP);

test('of a family with one need and one with three, the mean is two: a family counts once, however many needs it has', () => {
  expect(mean(MARCH)).toBe(2);
});

test('by an outcome each family that has a need of it counts once, with all its needs', () => {
  expect(mean(MARCH, [{ dimension: 'OUTCOME', code: 'GOOD_EDUCATION' }])).toBe(2);
  expect(mean(MARCH, [{ dimension: 'OUTCOME', code: 'SECURE_HOUSING' }])).toBe(3);
});

test('of a family that two episodes of closed in the period the needs of both count, and it once', () => {
  expect(mean(QUARTER)).toBe(3.5);
});
