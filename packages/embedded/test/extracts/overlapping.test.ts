import { setTimeout } from 'node:timers/promises';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CountyDatabase } from '../county-fixture.ts';
import { countyDatabase } from '../county-fixture.ts';
import { mostlyAlike, plant } from './cohort.ts';
import type { Asked, Holder } from './making.ts';
import { agreementOn, fills, JUSTICE, makes, themeOn, WORK_AND_PENSIONS } from './making.ts';

const { halima, desmond, gideon, dev, ursula } = cast.practitioners;
const YEAR = 1802;
const ASKED: Asked = {
  ...{ unit: 'FAMILY', fields: ['LEVEL_OF_NEED', 'END_REASON'], smallest: 10, year: YEAR },
};
const OVERLAPS = { logged: { sqlstate: '23P01' } };
type Analyst = Pick<typeof halima, 'id'> & { readonly agency: { readonly id: string } };

let database: CountyDatabase;
let service: Connection;
let another: Connection;
let owner: Connection;
beforeAll(async () => {
  database = await countyDatabase();
  owner = database.owner;
  service = connect(database.address, 'partners', { max: 1 });
  another = connect(database.address, 'partners', { max: 1 });
  await plant(owner, mostlyAlike, YEAR);
});
afterAll(async () => {
  await Promise.all([service?.close(), another?.close()]);
  await database?.drop();
});

/** One that the ministry of justice and Halima hold. */
let out: string;
beforeEach(async () => {
  out = (await make(JUSTICE)).id;
});
afterEach(() => owner.script('TRUNCATE partners.extract, extracts.line, extracts.key'));

async function make(holder: Holder, over: Partial<Asked> = {}) {
  const asked = { ...ASKED, ...over };
  const agreement = await agreementOn(owner, asked, holder);
  return makes(service, agreement, asked, 'ROWS', { analyst: holder.analyst });
}

/** Until somebody waits for whoever makes one. */
async function isAwaited(): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const waiting = await owner.run({
      text: `SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      values: [],
    });
    if (waiting.length > 0) return;
    await setTimeout(50);
  }
}

/** Another analyst of the agency of somebody. */
async function colleague({ agency }: Analyst): Promise<Analyst> {
  const id = crypto.randomUUID();
  await owner.run({
    text: `INSERT INTO access.account (id, agency_id, state) VALUES ($1, $2, 'ACTIVE')`,
    values: [id, agency.id],
  });
  return { id, agency };
}

async function becomes(id: string, state: string): Promise<void> {
  await owner.run({
    text: `UPDATE partners.extract SET state = $2, destroyed_on = '2026-06-17', certificate = 'Certificate 4/26' WHERE id = $1`,
    values: [id, state],
  });
}

test.each<[string, Holder]>([
  ['the same body by another analyst', { body: 'MOJ', analyst: desmond.id }],
  ['another body by the same analyst', { body: 'DWP', analyst: halima.id }],
  ['whoever acts for the same body', { body: 'ONS', actingFor: 'MOJ', analyst: desmond.id }],
])('no extract of the same months is made for %s', async (_, holder) => {
  await expect(make(holder)).rejects.toMatchObject(OVERLAPS);
  await becomes(out, 'DESTRUCTION_DUE');
  await expect(make(holder)).rejects.toMatchObject(OVERLAPS);
});

test('what acts for two bodies holds what each of them is given', async () => {
  const office = (actingFor: string, analyst: string): Holder => ({
    body: 'ONS',
    actingFor,
    analyst,
  });
  await make(office('DWP', desmond.id));
  await expect(make(office('HMRC', ursula.id))).rejects.toMatchObject(OVERLAPS);
});

test.each<[string, Partial<Asked>]>([
  ['with other columns', { fields: ['LEAD_AGENCY_KIND', 'END_REASON'] }],
  ['of the persons of the families', { unit: 'PERSON' }],
  ['of which a part is the same months', { year: YEAR + 1 }],
  ['that end with the first of those months', { year: YEAR - 1 }],
  ['of larger classes', { smallest: 20 }],
])('nor is one %s', async (_, over) => {
  await expect(make(JUSTICE, over)).rejects.toMatchObject(OVERLAPS);
});

test('for another body by another analyst one is made, and of the months before or after', async () => {
  expect((await make(WORK_AND_PENSIONS)).lines).toBeGreaterThan(0);
  // Of nobody: what it is asked of is made.
  expect((await make(JUSTICE, { year: YEAR + 2 })).lines).toBe(0);
  expect((await make(JUSTICE, { year: YEAR - 2 })).lines).toBe(0);
});

test('once it is certified that the other is destroyed one is made; while anything of it is kept here none is', async () => {
  await becomes(out, 'DESTROYED');
  await expect(make(JUSTICE)).rejects.toMatchObject(OVERLAPS);
  await service.run({ text: 'SELECT partners.shred_extract($1)', values: [out] });
  expect((await make(JUSTICE)).lines).toBeGreaterThan(0);
});

test('statistics of a theme count as much: of an analyst or an agency that holds one there is no other', async () => {
  const statistics = async ({ id: analyst, agency }: Analyst) => {
    const on = await themeOn(owner, ASKED, { analysts: [analyst], matching: agency.id });
    return makes(service, on, ASKED, 'STATISTICS', { analyst });
  };
  await expect(statistics(halima)).rejects.toMatchObject(OVERLAPS);
  expect((await statistics(desmond)).lines).toBeGreaterThan(0);
  // Of the same partner another analyst; all teams of the council are one.
  await expect(statistics(await colleague(desmond))).rejects.toMatchObject(OVERLAPS);
  expect((await statistics(await colleague(dev))).lines).toBeGreaterThan(0);
  await expect(statistics(await colleague(gideon))).rejects.toMatchObject(OVERLAPS);
  await expect(make(WORK_AND_PENSIONS)).rejects.toMatchObject(OVERLAPS);
});

test('none is made where what others have committed meanwhile is not seen', async () => {
  const asks = service.transaction(async (transaction) => {
    await transaction.run({ text: 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ', values: [] });
    const on = await agreementOn(owner, ASKED, WORK_AND_PENSIONS);
    await fills(transaction, on, ASKED, 'ROWS', { analyst: desmond.id });
  });
  await expect(asks).rejects.toMatchObject({ logged: { sqlstate: '25000' } });
});

test('of two who make one at once under two agreements, of one body or with one analyst, one does', async () => {
  await becomes(out, 'DESTROYED');
  await service.run({ text: 'SELECT partners.shred_extract($1)', values: [out] });
  for (const holder of [
    { body: 'MOJ', analyst: desmond.id },
    { body: 'DWP', analyst: halima.id },
  ]) {
    const [one, two] = [
      await agreementOn(owner, ASKED, JUSTICE),
      await agreementOn(owner, ASKED, holder),
    ];
    const waits = Promise.withResolvers<void>();
    const first = service.transaction(async (transaction) => {
      await fills(transaction, one, ASKED, 'ROWS', { analyst: JUSTICE.analyst });
      waits.resolve();
      await isAwaited();
    });
    await waits.promise;
    const second = makes(another, two, ASKED, 'ROWS', { analyst: holder.analyst });
    await Promise.allSettled([first, second]);
    await expect(first).resolves.toBeUndefined();
    await expect(second).rejects.toMatchObject(OVERLAPS);
    await owner.script('TRUNCATE partners.extract, extracts.line, extracts.key');
  }
});
