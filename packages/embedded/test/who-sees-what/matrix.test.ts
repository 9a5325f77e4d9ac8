import type { Cell, Mark, Role } from '@postern/agreements';
import { MATRIX, ROLES, SHROPSHIRE_RULES } from '@postern/agreements';
import type { Condition, PredicateName } from '@postern/policy';
import { NEVER } from '@postern/policy';
import { describe, expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import { conditionsOf, coordinatesOf, withoutHolding } from './role-conditions.ts';

const dictionary = wholeDictionary();
const roles = Object.keys(ROLES) as Role[];
const conditions = new Map(roles.map((role) => [role, conditionsOf(role, dictionary)]));
const cells = MATRIX.flatMap((row) => row.cells);

/** Public to everybody, and counts, which have no class but that. */
const PUBLISHED = [
  'Agency',
  'Agreement',
  'AgreementTerm',
  'AgreementTimer',
  'Resolution',
  'Signature',
];
const NOT_RECORDS = [
  ...PUBLISHED,
  'IndicatorTable',
  'IndicatorCell',
  'CellMember',
  'IndicatorDefinition',
  'IndicatorMeasure',
  'DimensionMember',
  'Publication',
  'DisclosureProfile',
];

const OF_OWN: readonly PredicateName[] = ['entry.ownAgency', 'account.self', 'agency.party'];
const OF_JUSTIFICATION: readonly PredicateName[] = ['justification.covers'];
const OF_SELF: readonly PredicateName[] = ['episode.concernsMe'];
const OF_TRANSFER: readonly PredicateName[] = ['transfer.includes'];
const NARROWING = [...OF_OWN, ...OF_JUSTIFICATION, ...OF_SELF, ...OF_TRANSFER];

/** What has to be false for the mark to show nothing: the condition that makes it what it is, and no other. */
const NEEDS: Readonly<Record<Exclude<Mark, 'NONE'>, readonly PredicateName[]>> = {
  FULL: [],
  SCOPED: [],
  STATUS: [],
  LIST: [],
  COUNTS: [],
  JUSTIFIED: [...OF_JUSTIFICATION, ...OF_OWN],
  OWN: OF_OWN,
  SELF: [...OF_SELF, 'account.self'],
  PICKED: OF_TRANSFER,
};

/** By what the mark shows anything: by this alone, where nothing else narrows it. */
function showsBy(mark: Exclude<Mark, 'NONE'>): readonly PredicateName[] {
  return mark === 'JUSTIFIED' ? OF_JUSTIFICATION : NEEDS[mark];
}

function agrees(mark: Exclude<Mark, 'NONE'>, condition: Condition): boolean {
  const others = NARROWING.filter((predicate) => !showsBy(mark).includes(predicate));
  if (withoutHolding(condition, others).kind === 'NEVER') return false;
  return NEEDS[mark].length === 0 || withoutHolding(condition, NEEDS[mark]).kind === 'NEVER';
}

function conditionOf(role: Role, coordinate: string): Condition {
  return conditions.get(role)?.get(coordinate) ?? NEVER;
}

function disagreements({ role, mark, coordinates, how }: Cell): readonly string[] {
  if (mark === 'NONE' || how !== 'RULES') return [];
  return coordinatesOf(coordinates, dictionary).filter(
    (coordinate) => !agrees(mark, conditionOf(role, coordinate)),
  );
}

describe('the rules carry out the matrix', () => {
  test.each(MATRIX)('$title', ({ cells: ofRow }) => {
    const wrong = ofRow
      .map((cell) => ({ role: cell.role, mark: cell.mark, coordinates: disagreements(cell) }))
      .filter(({ coordinates }) => coordinates.length > 0);
    expect(wrong).toEqual([]);
  });

  test.each(roles)('%s reads nothing that the matrix does not mark', (role) => {
    const marked = new Set(
      cells
        .filter((cell) => cell.role === role && cell.mark !== 'NONE' && cell.how === 'RULES')
        .flatMap((cell) => coordinatesOf(cell.coordinates, dictionary)),
    );
    const unmarked = [...(conditions.get(role)?.keys() ?? [])].filter((name) => !marked.has(name));
    expect(unmarked).toEqual([]);
  });
});

describe('the matrix', () => {
  test('speaks of every field of every record type', () => {
    const spoken = new Set(MATRIX.flatMap((row) => coordinatesOf(row.coordinates, dictionary)));
    for (const cell of cells)
      for (const name of coordinatesOf(cell.coordinates, dictionary)) spoken.add(name);
    const silent = [...dictionary.keys()]
      .filter((type) => !NOT_RECORDS.includes(type))
      .flatMap((type) => coordinatesOf([type], dictionary))
      .filter((name) => !spoken.has(name));
    expect(silent).toEqual([]);
  });

  test('speaks of no field that there is not', () => {
    const known = new Set(
      [...dictionary.keys()].flatMap((type) => coordinatesOf([type], dictionary)),
    );
    const unknown = cells
      .flatMap((cell) => cell.coordinates)
      .filter((name) => !known.has(name) && !dictionary.has(name));
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('has a cell for each role in each row, and a rule set for each role', () => {
    for (const row of MATRIX)
      expect(new Set(row.cells.map(({ role }) => role)).size, row.row).toBe(roles.length);
    const ruled = new Set(SHROPSHIRE_RULES.map(({ role }) => role));
    expect([...ruled].toSorted()).toEqual(['*', ...roles].toSorted());
  });

  test('says why a cell is left, and then the rules deny it', () => {
    for (const { role, how, coordinates, row } of cells) {
      if (how === 'RULES') continue;
      expect(how.left, `${row} of ${role}`).toMatch(/\.$/);
      for (const name of coordinatesOf(coordinates, dictionary))
        expect(conditionOf(role, name), `${name} of ${role}`).toBe(NEVER);
    }
  });
});
