import { ROLES, SHROPSHIRE_RULES } from '@postern/agreements';
import type { Action, Condition, Purpose } from '@postern/policy';
import {
  ALWAYS,
  and,
  expandRule,
  implies,
  NEVER,
  or,
  parseRule,
  satisfiability,
  substitute,
} from '@postern/policy';
import { describe, expect, test } from 'vitest';
import { wholeDictionary, wholePolicySchema } from '../../src/stack/blueprints.ts';
import { RECORDS } from '../ways-round/schema-walk.ts';

const dictionary = wholeDictionary();
const { recordable } = wholePolicySchema();
const RULES = SHROPSHIRE_RULES.map((rule) => parseRule(rule, dictionary));

const ADDED_ONLY =
  'Whoever works with a family asks and writes it down as it is told; what another agency was told is opened by a justification.';
const ANOTHER_AGENCYS =
  'Whoever leads keeps the whole record. What another agency wrote of this is opened to them by a justification first; their own they read.';

/** What a role may record in a state in which it may not read it, and why. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  'LEAD_PROFESSIONAL Person.ethnicity': ADDED_ONLY,
  'LEAD_PROFESSIONAL Person.religion': ADDED_ONLY,
  'TAF_MEMBER Person.ethnicity': ADDED_ONLY,
  'TAF_MEMBER Person.religion': ADDED_ONLY,
  ...Object.fromEntries(
    [
      ...['AttendanceRecord', 'SchoolBehaviour', 'SchoolExclusion', 'SpecialEducationalNeed'],
      ...['Disability', 'HealthCondition', 'MentalHealthNote', 'SubstanceUse'],
      ...['Conviction', 'DomesticAbuseIncident', 'Investigation', 'PoliceIncident'],
      ...['YouthJusticeInvolvement', 'SocialCareInvolvement'],
      ...['EmploymentStatus', 'FinancialCircumstance', 'HousingCircumstance'],
      ...['CourtOrder', 'CaringRole'],
    ].flatMap((type) =>
      [...(recordable.get(type) ?? [])].map((field) => [
        `LEAD_PROFESSIONAL ${type}.${field}`,
        ANOTHER_AGENCYS,
      ]),
    ),
  ),
};

/** What one role may record, for one purpose, beside what its own rules let it read of that. */
interface Recorded {
  readonly what: string;
  readonly record: Condition;
  readonly row: Condition;
  readonly read: Condition;
}

function recordedBy(role: string, purpose: Purpose): readonly Recorded[] {
  const own = RULES.filter((rule) => rule.role === role && rule.purposes.includes(purpose));
  const when = (action: Action): ReadonlyMap<string, Condition> => {
    const expanded = own
      .filter((rule) => rule.action === action)
      .flatMap((rule) => expandRule(rule, dictionary));
    const byPlace = Map.groupBy(expanded, ({ type, field }) => `${type}.${field}`);
    return new Map([...byPlace].map(([place, rules]) => [place, or(rules.map((r) => r.when))]));
  };
  const [record, read] = [when('record'), when('read')];
  return [...recordable].flatMap(([type, fields]) =>
    [...fields].flatMap((field) => {
      const place = `${type}.${field}`;
      const may = record.get(place);
      if (may === undefined) return [];
      const row = read.get(`${type}.id`) ?? NEVER;
      return [{ what: `${role} ${place}`, record: may, row, read: read.get(place) ?? NEVER }];
    }),
  );
}

/** The same of an entry that the reader's own agency wrote, as whatever they add is. */
function ofOwnAgency(condition: Condition): Condition {
  return substitute(condition, ({ predicate }) =>
    predicate === 'entry.ownAgency' ? ALWAYS : undefined,
  );
}

const recorded = Object.keys(ROLES).flatMap((role) => {
  const own = RULES.filter((rule) => rule.role === role && rule.action === 'record');
  const purposes = new Set(own.flatMap((rule) => rule.purposes));
  return [...purposes].flatMap((purpose) => recordedBy(role, purpose));
});

function where(fails: (each: Recorded) => boolean): readonly string[] {
  return [...new Set(recorded.filter(fails).map(({ what }) => what))].toSorted();
}

/** Records that are written with another, which the answer gives. */
const WRITTEN_WITH: Readonly<Record<string, string>> = {
  AgreementPart: 'recordSignature',
  Exclusion: 'excludeAgency',
};

test('whatever rules may let somebody record, a command records', () => {
  const answered = new Set(RECORDS.answers.map(({ type }) => type));
  const commands = new Set(RECORDS.answers.map(({ name }) => name));
  const idle = [...recordable.keys()].filter(
    (type) => !answered.has(type) && !commands.has(WRITTEN_WITH[type] ?? ''),
  );
  expect(idle).toEqual([]);
});

describe('whatever a role may record', () => {
  test('is something, and every rule about recording gives some of it', () => {
    expect(recorded.length).toBeGreaterThan(1_000);
    const idle = RULES.filter(
      (rule) =>
        rule.action === 'record' &&
        !expandRule(rule, dictionary).some(({ type, field }) => recordable.get(type)?.has(field)),
    );
    expect(idle.map(({ name }) => name)).toEqual([]);
  });

  test('it may read for the same purposes in some state, so that the rule can be used on what stands there', () => {
    expect(
      where(({ record, row, read }) => satisfiability(and([record, row, read])) !== 'PROVED'),
    ).toEqual([]);
  });

  test('it may read wherever it may record it, but for what is listed with its reason', () => {
    expect(where(({ record, row, read }) => !implies(record, and([row, read])))).toEqual(
      Object.keys(EXCEPTIONS).toSorted(),
    );
  });

  test('it reads back as it wrote it: what is added comes from its own agency', () => {
    expect(
      where(
        ({ record, row, read }) =>
          !implies(ofOwnAgency(record), and([ofOwnAgency(row), ofOwnAgency(read)])),
      ),
    ).toEqual([]);
  });
});
