import type { Role } from '@postern/agreements';
import { MATRIX, ROLES } from '@postern/agreements';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { countyDatabase, gateFor } from '../county-fixture.ts';
import { coordinatesOf } from '../who-sees-what/role-conditions.ts';
import { CELL_READERS } from './cells/cell-readers.ts';
import { NOT_SHOWN } from './cells/not-shown.ts';
import type { Observed } from './cells/observe.ts';
import { observe } from './cells/observe.ts';
import { grantsOfOtherRoles, ownRowIds } from './cells/own-rows.ts';
import type { Stage } from './cells/set-stage.ts';
import { rowIdsAboutOthers, STAGES } from './cells/set-stage.ts';
import type { Shown } from './cells/shows.ts';
import { complaints } from './cells/shows.ts';

// Every cell of the matrix as a scenario: each role asks for everything, over HTTP, of a record with a value everywhere.

const dictionary = wholeDictionary();
const roles = Object.keys(ROLES) as Role[];
const cells = MATRIX.flatMap((row) => row.cells);
/** Public to everybody, and what an answer consists of beside records. */
const NO_RECORD =
  /^(Query|Withheld|Agency|Agreement|AgreementTerm|AgreementTimer|Resolution|Signature|PrivacyNotice|ToldFact|IndicatorCell|CellMember|IndicatorDefinition|IndicatorMeasure|DimensionMember|Publication|DisclosureProfile|PageInfo|\w+Connection|\w+Edge)\./;

/** Whoever takes an override works in some role all the same, and reads the referrals that they made in it (SHR-3.5.7). */
const BY_ANOTHER_ROLE: Partial<Readonly<Record<Role, RegExp>>> = { OVERRIDE_HOLDER: /^Referral\./ };

let database: CountyDatabase;
let gate: Gate;
let kinds: readonly string[];

beforeAll(async () => {
  database = await countyDatabase();
  gate = await gateFor(database);
  const rows = await database.owner.run<{ kind: string }>({
    text: 'SELECT DISTINCT kind FROM families.person_entry ORDER BY kind',
    values: [],
  });
  kinds = rows.map(({ kind }) => kind);
});

afterAll(async () => {
  await gate?.close();
  await database?.drop();
});

async function shownTo(role: Role): Promise<Shown> {
  const reader = CELL_READERS[role];
  const at: Partial<Record<Stage, Observed>> = {};
  let own: ReadonlySet<string> = new Set();
  const picks = cells.some((cell) => cell.role === role && cell.mark === 'PICKED');
  for (const stage of STAGES.filter((each) => each !== 'PICKED' || picks)) {
    at[stage] = await observe({ database, gate }, reader, { stage, kinds });
    own = new Set([...own, ...(await ownRowIds(database.owner, role, reader))]);
  }
  const outside = role === 'BUSINESS_UNIT' ? await grantsOfOtherRoles(database.owner) : [];
  const { PLAIN, OWN, JUSTIFIED } = at;
  if (PLAIN === undefined || OWN === undefined || JUSTIFIED === undefined)
    throw new Error('a stage was left out');
  // Picking does nothing for those to whom nothing is transferred.
  const stages = { PLAIN, OWN, JUSTIFIED, PICKED: at.PICKED ?? PLAIN };
  return { at: stages, own, others: new Set([...rowIdsAboutOthers(reader, kinds), ...outside]) };
}

/** What the cells of a role give by the rules. */
function marked(role: Role): ReadonlySet<string> {
  const giving = cells.filter(
    (cell) => cell.role === role && cell.mark !== 'NONE' && cell.how === 'RULES',
  );
  return new Set(giving.flatMap((cell) => coordinatesOf(cell.coordinates, dictionary)));
}

const notShownTo = (role: Role): readonly string[] =>
  NOT_SHOWN.filter((each) => each.role === role).flatMap(({ coordinates }) => coordinates);

describe.each(roles)('%s', (role) => {
  let shown: Shown;
  beforeAll(async () => {
    shown = await shownTo(role);
  });

  const ofRole = cells.filter((cell) => cell.role === role);
  const given = marked(role);
  test.each(ofRole.map((cell) => [`${cell.row} ${cell.mark}`, cell] as const))('%s', (_, cell) => {
    const coordinates = coordinatesOf(cell.coordinates, dictionary).filter((coordinate) =>
      cell.mark === 'NONE' || cell.how !== 'RULES'
        ? !given.has(coordinate)
        : !notShownTo(role).includes(coordinate),
    );
    expect(complaints(shown, cell, coordinates)).toEqual([]);
    if (cell.mark === 'JUSTIFIED' && cell.how === 'RULES') {
      const told = coordinates.flatMap((each) => [...(shown.at.PLAIN.told.get(each) ?? [])]);
      expect(told).toContain('JUSTIFICATION_REQUIRED');
    }
  });

  test('is given nothing that no cell marks, at any stage', () => {
    const observed = Object.values(shown.at).flatMap((each) => [...each.given.keys()]);
    const unmarked = observed.filter(
      (each) =>
        !NO_RECORD.test(each) && !given.has(each) && BY_ANOTHER_ROLE[role]?.test(each) !== true,
    );
    expect([...new Set(unmarked)]).toEqual([]);
  });

  test('is really not shown what is listed as not shown', () => {
    for (const coordinate of notShownTo(role)) {
      expect(given).toContain(coordinate);
      expect(shown.at.PLAIN.given.has(coordinate), coordinate).toBe(false);
    }
  });
});

describe('the cells', () => {
  test('are all here: shown as the rules give them, or shown as denied for now', () => {
    const byRules = cells.filter(({ how }) => how === 'RULES');
    const count = (marks: readonly string[]): number =>
      byRules.filter(({ mark }) => marks.includes(mark)).length;
    expect({
      full: count(['FULL']),
      justified: count(['JUSTIFIED']),
      own: count(['OWN']),
      scoped: count(['SCOPED']),
      status: count(['STATUS']),
      lists: count(['LIST']),
      counts: count(['COUNTS']),
      self: count(['SELF']),
      picked: count(['PICKED']),
      nothing: count(['NONE']),
      left: cells.length - byRules.length,
    }).toEqual({
      full: 200,
      justified: 126,
      own: 51,
      scoped: 15,
      status: 52,
      lists: 23,
      counts: 3,
      self: 56,
      picked: 7,
      nothing: 475,
      left: 70,
    });
  });

  test('reach every kind of entry', () => {
    expect(kinds).toHaveLength(27);
  });
});
