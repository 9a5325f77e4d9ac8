import type { DataDictionary } from '@postern/policy';
import fc from 'fast-check';

/** A stored rule, as the agreement writes it. */
type StoredRule = Readonly<Record<string, unknown>>;
export type StoredDraft = readonly StoredRule[];
type Draft = (live: readonly StoredRule[]) => StoredDraft;

const IN_TEAM = {
  all: [{ holds: 'grant.live' }, { holds: 'episode.open' }, { holds: 'agreement.inForce' }],
};

/** Drafts that between them touch every way to a row and every subtraction. */
export const DRAFTS: Readonly<Record<string, Draft>> = {
  'a field taken from the team': without('taf-reads-Person-names'),
  'an entry of an episode taken from the team': without('taf-reads-Need'),
  // Of the two purposes the later one opens entries that are locked to it.
  'an entry no longer read for two purposes that locks tell apart': (live) =>
    live.map((rule) =>
      rule['name'] === 'taf-reads-Need'
        ? {
            ...rule,
            purposes: (rule['purposes'] as string[]).filter(
              (purpose) => purpose !== 'ENGAGE_FAMILY' && purpose !== 'TRACK_OUTCOMES',
            ),
          }
        : rule,
    ),
  'the row itself taken from the team': without('taf-reads-Household-members'),
  // What is recorded about a person is read as a part of the person.
  'people taken from the team, what is recorded about them left': (live) =>
    live.flatMap((rule) => {
      if (rule['role'] !== 'TAF_MEMBER' || !coversField(rule, 'Person', 'id')) return [rule];
      const fields = (rule['fields'] as string[]).filter((field) => field !== 'id');
      return fields.length === 0 ? [] : [{ ...rule, fields }];
    }),
  'health opened to the team': (live) => [
    ...live,
    { ...named(live, 'taf-reads-Person-names'), name: 'opened', fields: ['healthConditions'] },
    {
      ...withoutKey(named(live, 'taf-reads-Person-names'), 'fields'),
      name: 'opened-rows',
      resource: 'HealthCondition',
      classes: ['SPECIAL_CATEGORY:HEALTH'],
    },
  ],
  'ethnicity opened to the team': (live) => [
    ...live,
    { ...named(live, 'taf-reads-Person-names'), name: 'opened', fields: ['ethnicity'] },
  ],
  // Who is justified for the first of them gains more for the other.
  'a justification no longer asked for, for two purposes': (live) =>
    live.flatMap((rule) =>
      rule['role'] === 'TAF_MEMBER' && rule['resource'] === 'HealthCondition'
        ? [
            rule,
            {
              ...rule,
              name: 'unjustified',
              purposes: ['COORDINATE_SUPPORT', 'SAFEGUARDING'],
              when: IN_TEAM,
            },
          ]
        : [rule],
    ),
  'colleagues no longer shown': without('taf-reads-Practitioner-card'),
  'one’s own justifications no longer shown': without('taf-reads-Justification'),
  'a child’s name taken from family members': (live) =>
    live.filter(
      (rule) => !(rule['role'] === 'FAMILY_MEMBER' && coversField(rule, 'Person', 'givenName')),
    ),
  'an office that sees grants no longer': (live) =>
    live.filter(
      (rule) => !(rule['role'] === 'DATA_PROTECTION_OFFICER' && rule['resource'] === 'AccessGrant'),
    ),
  'what an override shows of whom it names': without('override-reads-Person-names'),
  'a role without any rule': (live) => live.filter((rule) => rule['role'] !== 'THIRD_PARTY'),
  'the pool closed to analysts': (live) =>
    live.filter((rule) => rule['resource'] !== 'MatchCandidate'),
  'the public register denied to a role': (live) => [
    ...live,
    denial('LEAD_PROFESSIONAL', { resource: 'Agency', fields: ['kind'] }, 'always', live),
  ],
};

/** A draft that differs in one rule: removed, with one field more or fewer, asking something else, or a denial more. */
export function randomDraft(
  live: readonly StoredRule[],
  dictionary: DataDictionary,
): fc.Arbitrary<StoredDraft> {
  const records = live.filter(
    (rule) => rule['action'] === 'read' && rule['resource'] !== 'IndicatorTable',
  );
  const listing = records.filter(
    (rule) => Array.isArray(rule['fields']) && rule['resource'] !== 'PolicyRule',
  );
  const replaced = (rule: StoredRule, ...by: readonly StoredRule[]): StoredDraft =>
    live.flatMap((each) => (each === rule ? by : [each]));
  return fc.oneof(
    fc.constantFrom(...records).map((rule) => replaced(rule)),
    fc.constantFrom(...listing).chain((rule) =>
      fc.constantFrom(...(dictionary.get(String(rule['resource']))?.keys() ?? [])).map((field) =>
        replaced(rule, {
          ...rule,
          fields: [...new Set([...(rule['fields'] as string[]), field])],
        }),
      ),
    ),
    fc
      .constantFrom(...records)
      .chain((rule) =>
        fc
          .constantFrom(...records.filter((other) => other['resource'] === rule['resource']))
          .map((other) => replaced(rule, { ...rule, when: other['when'] })),
      ),
    fc
      .tuple(
        fc.constantFrom(...listing),
        fc.constantFrom('agency.health', 'episode.open', 'entry.ownAgency', 'agreement.inForce'),
      )
      .map(([rule, predicate]) => [
        ...live,
        denial(
          String(rule['role']),
          { resource: rule['resource'], fields: rule['fields'] },
          { holds: predicate },
          live,
        ),
      ]),
  );
}

function denial(
  role: string,
  what: StoredRule,
  when: unknown,
  live: readonly StoredRule[],
): StoredRule {
  const purposes = live.find((rule) => rule['role'] === role)?.['purposes'];
  return {
    name: 'denied',
    role,
    action: 'read',
    ...what,
    purposes,
    effect: 'DENY',
    when,
    clause: 'SHR-3.3.1',
  };
}

function without(name: string): Draft {
  return (live) => {
    named(live, name);
    return live.filter((rule) => rule['name'] !== name);
  };
}

function named(live: readonly StoredRule[], name: string): StoredRule {
  const found = live.find((rule) => rule['name'] === name);
  if (found === undefined) throw new Error(`There is no rule ${name}.`);
  return found;
}

function withoutKey(rule: StoredRule, key: string): StoredRule {
  return Object.fromEntries(Object.entries(rule).filter(([name]) => name !== key));
}

function coversField(rule: StoredRule, resource: string, field: string): boolean {
  return (
    rule['resource'] === resource &&
    ((rule['fields'] as string[] | undefined)?.includes(field) ?? false)
  );
}
