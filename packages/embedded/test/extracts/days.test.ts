import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';
import { mostlyAlike, plant } from './cohort.ts';
import type { Asked, Making, On } from './making.ts';
import { agreementOn, JUSTICE, makes, themeOn } from './making.ts';

const { halima, desmond, gideon, caspar, niamh, dev, dorothea } = cast.practitioners;
const YEAR = 1502;
const ASKED: Asked = {
  ...{ unit: 'FAMILY', fields: ['LEVEL_OF_NEED', 'END_REASON'], smallest: 10, year: YEAR },
};
/** Destroyed before it ends, as nothing forbids. */
const DAYS = { starts_on: '2026-06-01', destroy_by: '2026-06-30', ends_on: '2026-07-31' };
const NOT_COVERED = { logged: { sqlstate: '42501' } };
const MADE = { lines: expect.any(Number) };

let database: CountyDatabase;
let owner: Connection;
let service: Connection;
beforeAll(async () => {
  database = await countyDatabase();
  owner = database.owner;
  service = connect(database.address, 'partners', { max: 1 });
  await plant(owner, mostlyAlike, YEAR);
});
afterAll(async () => {
  await service?.close();
  await database?.drop();
});
afterEach(() => owner.script('TRUNCATE partners.extract, extracts.line, extracts.key'));

const make = (on: On, making: Making) => makes(service, on, ASKED, 'STATISTICS', making);

test.each([
  ['2026-05-31T22:59:00Z', NOT_COVERED],
  ['2026-05-31T23:00:00Z', MADE],
  ['2026-06-30T22:59:00Z', MADE],
  ['2026-06-30T23:00:00Z', NOT_COVERED],
  ['2026-07-31T12:00:00Z', NOT_COVERED],
])(
  'what begins on 1 June and is destroyed by 30 June is not drawn before or after, by the clocks of the United Kingdom: %s',
  async (at, expected) => {
    const on = await agreementOn(owner, ASKED, JUSTICE, DAYS);
    const made = make(on, { at, destroyBy: DAYS.destroy_by });
    await (expected === MADE
      ? expect(made).resolves.toMatchObject(MADE)
      : expect(made).rejects.toMatchObject(NOT_COVERED));
  },
);

test('nothing is drawn that is to be destroyed later than was agreed', async () => {
  const on = await agreementOn(owner, ASKED, JUSTICE, DAYS);
  const made = make(on, { destroyBy: '2026-07-01' });
  await expect(made).rejects.toMatchObject(NOT_COVERED);
});

test('nothing is read after its last day, whether or not anybody has marked it as due', async () => {
  const on = await agreementOn(owner, ASKED, JUSTICE, DAYS);
  const { id, lines } = await make(on, { destroyBy: DAYS.destroy_by });
  await owner.run({
    text: `UPDATE partners.extract SET state = 'SENT' WHERE id = $1`,
    values: [id],
  });
  const read = (at: string) =>
    service.transaction(async (transaction) => {
      await transaction.run({ text: `SELECT set_config('postern.now', $1, true)`, values: [at] });
      const text = 'SELECT partners.extract_lines($1, $2, 0, 1000)';
      return (await transaction.run({ text, values: [id, halima.id] })).length;
    });
  expect(await read('2026-06-30T22:59:00Z')).toBe(lines);
  expect(await read('2026-06-30T23:00:00Z')).toBe(0);
  expect(await read('2027-01-01T12:00:00Z')).toBe(0);
});

test('where no other moment is set, it is the database’s own; nobody gives one with what they ask', async () => {
  const [today] = await owner.run<{ day: string; before: string; after: string }>({
    text: `SELECT day::text, (day - 1)::text AS before, (day + 1)::text AS after
      FROM (SELECT (statement_timestamp() AT TIME ZONE 'Europe/London')::date AS day) now`,
    values: [],
  });
  const { day = '', before = '', after = '' } = today ?? {};
  const of = (first: string, last: string) =>
    agreementOn(owner, ASKED, JUSTICE, { starts_on: first, ends_on: last, destroy_by: last });
  const now = (on: On, last: string) => make(on, { at: '', destroyBy: last });
  await expect(now(await of('2020-01-01', before), before)).rejects.toMatchObject(NOT_COVERED);
  await expect(now(await of(after, after), after)).rejects.toMatchObject(NOT_COVERED);
  await expect(now(await of(day, after), after)).resolves.toMatchObject(MADE);
  const given = await owner.run({
    text: `SELECT FROM pg_proc WHERE pronamespace = 'partners'::regnamespace AND proname LIKE '%extract%' AND 'timestamptz'::regtype = ANY (proargtypes)`,
    values: [],
  });
  expect(given).toEqual([]);
});

test.each([
  ['three partners', [gideon, caspar, niamh], {}, MADE],
  ['two partners', [gideon, caspar], {}, NOT_COVERED],
  ['three teams of the council', [gideon, dev, dorothea], {}, NOT_COVERED],
  ['whoever proposed it', [gideon, caspar, niamh], { proposed_by: niamh.id }, NOT_COVERED],
  ['an analyst of it', [gideon, caspar, desmond], {}, NOT_COVERED],
  ['three partners once', [gideon, caspar, niamh], { state: 'WITHDRAWN' }, NOT_COVERED],
])('what %s agreed to holds, or not', async (_, partners, over, expected) => {
  const instructed = { analysts: [halima.id, desmond.id], matching: halima.agency.id, partners };
  const made = make(await themeOn(owner, ASKED, instructed, over), {});
  await (expected === MADE
    ? expect(made).resolves.toMatchObject(MADE)
    : expect(made).rejects.toMatchObject(NOT_COVERED));
});

test.each([
  ['by nobody', { signature_recorded_by: null }],
  ['by whoever recorded it', { signature_recorded_by: dorothea.id }],
  ['by an analyst of it', { signature_recorded_by: halima.id }],
  ['on no day', { signed_on: null }],
  ['where an analyst is nobody', { analysts: [halima.id, null] }],
])('no agreement is signed %s', async (_, over) => {
  await expect(agreementOn(owner, ASKED, JUSTICE, over)).rejects.toMatchObject({
    logged: { sqlstate: '23514' },
  });
});
