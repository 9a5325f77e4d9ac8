import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Asking, CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { WHOLE_RECORD } from '../scenarios/vocabulary/whole-record-query.ts';
import type { LedgerRow } from './ledger-rows.ts';
import { recordedBy } from './ledger-rows.ts';

const { niamh, kwame, joel } = cast.practitioners;
const { bronagh, victor, morwenna } = cast.familyAccounts;
const { tolliver, ashdown, penhallow, castellan } = cast.families;

let database: CountyDatabase;
let gate: Gate;

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

/** What the ledger holds of one reading; nothing of it may be missing. */
async function readingOf(
  who: Asking,
  of: { readonly reference: string },
  purpose: Purpose,
  query: string = WHOLE_RECORD,
): Promise<LedgerRow> {
  const [row, ...others] = await recordedBy(database.owner, async () => {
    const variables = { reference: of.reference };
    const { body } = await gate.ask(who, query, { purpose, variables });
    expect(body.data.episode).not.toBeNull();
  });
  expect(others).toEqual([]);
  if (row === undefined) throw new Error('the reading is not on the ledger');
  return row;
}

test('a family member’s own reading is recorded: who, for whom the council vouched, about whom, on no grant', async () => {
  const row = await readingOf(bronagh, tolliver.episodes.current, 'RIGHTS');
  expect(row).toMatchObject({
    account_id: bronagh.id,
    agency_id: bronagh.agency.id,
    purpose: 'RIGHTS',
    families: [tolliver.id],
    episodes: [tolliver.episodes.current.id],
    grants: [],
    justifications: [],
  });
  expect(row.persons).toEqual(
    expect.arrayContaining([tolliver.persons.bronagh.id, tolliver.persons.ivo.id]),
  );
  expect(row.coordinates).toMatchObject({
    'Person.givenName': 2,
    'SafeguardingConcern.concern': 1,
  });
});

test('a home, a school and a child that were hidden from a father were not released to him', async () => {
  const { coordinates } = await readingOf(victor, ashdown.episodes.current, 'RIGHTS');
  expect(coordinates).toMatchObject({ 'Person.givenName': 2, 'Address.line': 1 });
  expect(Object.keys(coordinates)).not.toContain('TafMeeting.minutes');
  expect(coordinates['Person.educationSetting']).toBe(1);
});

test('when and where somebody is met was not released to the agency that must not know', async () => {
  const minutes = `query ($reference: String!) { episode(reference: $reference) { meetings { heldOn minutes attendees } } }`;
  const { coordinates } = await readingOf(
    kwame,
    ashdown.episodes.current,
    'UNDERSTAND_NEEDS',
    minutes,
  );
  expect(coordinates).toMatchObject({
    'TafMeeting.heldOn': 1,
    'TafMeeting.minutes': 1,
    'TafMeeting.attendees': 2,
  });
});

test('what a person had restricted was released to nobody else, and a justification for it opened nothing', async () => {
  const asked = `query ($reference: String!) { episode(reference: $reference) { family { members { givenName gpPractice healthConditions { name } } } } }`;
  const episode = penhallow.episodes.current;
  const team = await readingOf(niamh, episode, 'COORDINATE_SUPPORT', asked);
  expect(team.coordinates).toMatchObject({ 'Person.gpPractice': 1, 'HealthCondition.name': 1 });
  expect(team.justifications).toEqual([episode.justifications.joryHealth]);
  const own = await readingOf(morwenna, episode, 'RIGHTS', asked);
  expect(own.coordinates).toMatchObject({ 'Person.gpPractice': 1, 'HealthCondition.name': 1 });
});

test('the justifications that opened a stricter entry are named, and none where none was needed', async () => {
  const minutes = `query ($reference: String!) { episode(reference: $reference) { meetings { minutes } } }`;
  const episode = castellan.episodes.current;
  const opened = await readingOf(joel, episode, 'COORDINATE_SUPPORT', minutes);
  expect(opened.coordinates['TafMeeting.minutes']).toBe(2);
  expect(opened.justifications.toSorted()).toEqual(
    [episode.justifications.joelRosalba, episode.justifications.joelEnzo].toSorted(),
  );
  const shut = await readingOf(joel, episode, 'UNDERSTAND_NEEDS', minutes);
  expect(shut.coordinates['TafMeeting.minutes']).toBe(1);
  expect(shut.justifications).toEqual([]);
});
