import { PROOF_SCOPE } from '@postern/agreements';
import type { ConditionTemplate, Rule } from '@postern/policy';
import { PRECONDITIONS, prove } from '@postern/policy';
import { describe, expect, test } from 'vitest';
import { BUILT_IN, dictionary, withAlso, withRule } from './policies.ts';

function stories(rules: readonly Rule[], scope = PROOF_SCOPE): readonly string[] {
  return prove(rules, dictionary, scope).map(({ story }) => story);
}

const AT_PANEL: ConditionTemplate = {
  all: [{ holds: 'grant.live' }, { holds: 'proceeding.live' }, { holds: 'agreement.inForce' }],
};
const PANEL_STORY =
  'A panel member reads Person.ethnicity and Person.religion for CHOOSE_SUPPORT and 3 more purposes without a justification. It is enough that the reader holds live access to the episode in this role, the panel’s case is live and the family’s agreement is in force. Rule panel-reads-Person-characteristics (SHR-4.3-cond) permits it. To mend: let the rule ask for justification.covers, or for entry.ownAgency.';

describe('a justification is not asked for', () => {
  test.each<[string, ConditionTemplate]>([
    ['it was dropped', AT_PANEL],
    [
      'it is one of several ways in',
      { any: [AT_PANEL, { all: [AT_PANEL, { holds: 'justification.covers' }] }] },
    ],
    ['a not was misplaced', { all: [AT_PANEL, { not: { holds: 'justification.covers' } }] }],
    [
      'any stands for all',
      {
        all: [
          AT_PANEL,
          { any: [{ holds: 'justification.covers' }, { not: { holds: 'entry.ownAgency' } }] },
        ],
      },
    ],
  ])('%s', (_name, when) => {
    expect(stories(withRule('panel-reads-Person-characteristics', { when }))).toEqual([
      PANEL_STORY,
    ]);
  });

  test('where the state that would need it cannot be, nothing is found', () => {
    const when: ConditionTemplate = {
      all: [
        AT_PANEL,
        {
          any: [
            { holds: 'justification.covers' },
            { all: [{ holds: 'episode.open' }, { holds: 'episode.steppedUp' }] },
          ],
        },
      ],
    };
    expect(stories(withRule('panel-reads-Person-characteristics', { when }))).toEqual([]);
  });

  test('what was picked by hand is for social care alone', () => {
    const picked: ConditionTemplate = {
      all: [{ holds: 'grant.live' }, { holds: 'transfer.includes' }],
    };
    const handed = BUILT_IN.filter(({ name }) => name.endsWith('reads-Person-characteristics'));
    const rules = (prefix: string): readonly Rule[] =>
      withRule(handed.find(({ name }) => name.startsWith(prefix))?.name ?? '', { when: picked });
    expect(stories(rules('social-care'))).toEqual([]);
    const [story, ...more] = stories(rules('auditor'));
    expect(more).toEqual([]);
    expect(story).toMatch(
      /^A quality auditor reads Person.ethnicity and Person.religion for AUDIT without a justification\. It is enough that the reader holds live access to the episode in this role and it was picked by hand/,
    );
  });

  test('a denial of the role may stand in for it', () => {
    const allowed = withRule('panel-reads-Person-characteristics', { when: AT_PANEL });
    const denial: Rule = {
      ...(BUILT_IN.find(({ name }) => name === 'panel-reads-Person-characteristics') as Rule),
      name: 'panel-denied',
      effect: 'DENY',
      when: { not: { holds: 'justification.covers' } },
    };
    expect(stories([...allowed, denial])).toEqual([]);
  });
});

describe('roles that may reach no record', () => {
  test('an administrator is given persons', () => {
    expect(
      stories(
        withAlso({
          name: 'administrator-reads-Person',
          role: 'ADMINISTRATOR',
          resource: 'Person',
          fields: ['id', 'givenName'],
          purposes: ['ADMINISTRATION'],
          when: { holds: 'grant.live' },
        }),
      ),
    ).toEqual([
      'A system administrator reads Person.id and Person.givenName for ADMINISTRATION. It is enough that the reader holds live access to the episode in this role. Rule administrator-reads-Person (SHR-3.3.1) permits it. To mend: take the field from the role; whoever needs the record is given a grant in a role that works with it.',
    ]);
  });

  test('an analyst is given episodes', () => {
    expect(
      stories(
        withAlso({
          name: 'analyst-reads-Episode',
          role: 'ANALYST',
          resource: 'Episode',
          fields: ['id'],
          purposes: ['PLANNING_AND_REPORTING'],
          when: { all: [{ holds: 'grant.live' }, { where: { levelOfNeed: 3 } }] },
        }),
      ),
    ).toEqual([
      'An analyst reads Episode.id for PLANNING_AND_REPORTING. It is enough that the reader holds live access to the episode in this role and its `levelOfNeed` is 3. Rule analyst-reads-Episode (SHR-3.3.1) permits it. To mend: take the type from the role; what it needs is published as a protected count.',
    ]);
  });

  test('an administrator is given what cannot be', () => {
    const rules = withAlso({
      role: 'ADMINISTRATOR',
      resource: 'Person',
      fields: ['id'],
      purposes: ['ADMINISTRATION'],
      when: { all: [{ holds: 'grant.live' }, { holds: 'episode.concernsMe' }] },
    });
    expect(stories(rules)).toEqual([]);
  });
});

test('a rule of every role reaches each of them', () => {
  const found = prove(
    withAlso({
      role: '*',
      resource: 'Person',
      fields: ['ethnicity'],
      purposes: ['CHOOSE_SUPPORT', 'ADMINISTRATION', 'PLANNING_AND_REPORTING'],
      when: { holds: 'account.self' },
    }),
    dictionary,
    PROOF_SCOPE,
  );
  expect(found.map(({ obligation, roles }) => [obligation, ...roles])).toEqual([
    ['justified-classes', '*'],
    ['administrators-reach-no-record', 'ADMINISTRATOR'],
    ['reporting-reaches-no-record', 'ANALYST'],
    ['reporting-reaches-no-record', 'BOARD_MEMBER'],
    ['reporting-reaches-no-record', 'EVALUATOR'],
  ]);
  expect(found[0]?.story).toMatch(/^Anybody, in whatever role, reads Person.ethnicity /);
});

describe('what is read by an override', () => {
  test('beyond what it names', () => {
    expect(stories(withRule('override-reads-CaseNote', { when: { holds: 'grant.live' } }))).toEqual(
      [
        'A holder of a safeguarding override reads CaseNote.kind and 11 more fields for SAFEGUARDING without an override that names everybody whom it is about. Nothing else has to be so. Rule override-reads-CaseNote (SHR-3.3.3a) permits it. To mend: let the rule ask for grant.live, and for justification.covers where several persons are told of.',
      ],
    );
  });

  test('for anything but protecting somebody', () => {
    const [story, ...more] = stories(
      withRule('override-reads-Person-names', { purposes: ['SAFEGUARDING', 'TRACK_OUTCOMES'] }),
    );
    expect(more).toEqual([]);
    expect(story).toMatch(
      /^A holder of a safeguarding override reads Person.givenName and Person.familyName for TRACK_OUTCOMES\. /,
    );
  });

  test('in another role', () => {
    const rules = withRule('taf-reads-Person-names', {
      when: { any: [{ holds: 'grant.live' }, { holds: 'override.live' }] },
    });
    const [story, ...more] = stories(rules);
    expect(more).toEqual([]);
    expect(story).toMatch(
      /^A member of the team around the family reads Person.givenName and Person.familyName for UNDERSTAND_NEEDS and \d more purposes by an override\. /,
    );
  });
});

/** What is mandatory, by clause, written down apart from the list that the gate is made of. */
const MANDATORY = [
  ['SHR-8.3.7f', 'ACCOUNT_NOT_ACTIVE', 2],
  ['SHR-8.4.2b', 'ISSUER_NOT_FOR_AGENCY', 2],
  ['SHR-8.3.7a', 'MULTI_FACTOR_REQUIRED', 2],
  ['SHR-8.2.1d', 'TRAINING_NOT_VALID', 1],
  ['DEV-A3-ua', 'ACCEPTANCE_MISSING', 2],
  ['SHR-8.2.1c', 'AGENCY_NOT_IN_FORCE', 2],
  ['SHR-8.3.7d', 'AGENCY_EVIDENCE_MISSING', 2],
] as const;

describe('a precondition is removed', () => {
  test.each(MANDATORY)('%s: %s', (clause, refusal, kinds) => {
    const preconditions = PRECONDITIONS.filter((one) => one.refusal !== refusal);
    expect(preconditions).toHaveLength(PRECONDITIONS.length - 1);
    const found = prove(BUILT_IN, dictionary, { ...PROOF_SCOPE, preconditions });
    expect(found.map(({ obligation, clauses }) => [obligation, ...clauses])).toEqual(
      Array.from({ length: kinds }, () => ['mandatory-preconditions', clause]),
    );
  });

  test('for family members alone', () => {
    const preconditions = PRECONDITIONS.map((one) =>
      one.name === 'MULTI_FACTOR' ? { ...one, accounts: ['PRACTITIONER' as const] } : one,
    );
    expect(stories(BUILT_IN, { ...PROOF_SCOPE, preconditions })).toEqual([
      'A family member, who signed in without a second factor, reads whatever the rules of the role permit. So does a young person. No rule permits it: MULTI_FACTOR (SHR-8.3.7a) is not asked of them. To mend: put it back into the list of preconditions.',
    ]);
  });

  test('none is mandatory but these', () => {
    expect(PRECONDITIONS.map(({ refusal }) => refusal)).toEqual(
      MANDATORY.map(([, refusal]) => refusal),
    );
  });
});

test('rules that are too large a question count as broken', () => {
  const asked = (i: number): ConditionTemplate => ({ where: { rating: i } });
  const when: ConditionTemplate = {
    all: [{ holds: 'grant.live' }, { any: Array.from({ length: 500 }, (_, i) => asked(i)) }],
  };
  const found = prove(
    withRule('panel-reads-Person-characteristics', { when }),
    dictionary,
    PROOF_SCOPE,
  );
  expect(found.map(({ obligation }) => obligation)).toEqual([
    'justified-classes',
    'overrides-open-what-they-name',
  ]);
  for (const one of found) expect(one).toMatchObject({ found: 'UNKNOWN', roles: ['PANEL_MEMBER'] });
  expect(found[0]?.story).toMatch(
    /^It cannot be ruled out that a panel member reads .* too many\. Rule /,
  );
});
