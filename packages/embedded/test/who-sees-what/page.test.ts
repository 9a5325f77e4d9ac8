import { readFileSync } from 'node:fs';
import type { StoredRule } from '@postern/agreements';
import { ROLES, SHROPSHIRE_RULES } from '@postern/agreements';
import type { ConditionTemplate, PredicateName } from '@postern/policy';
import { conditionInWords, PREDICATES } from '@postern/policy';
import { expect, test } from 'vitest';
import { whoSeesWhatPage } from '../../src/dictionary/who-sees-what-page.ts';
import { wholePolicySchema } from '../../src/stack/blueprints.ts';

const schema = wholePolicySchema();

const GRANT: ConditionTemplate = { holds: 'grant.live' };
const OPEN: ConditionTemplate = { holds: 'episode.open' };
const SELF: ConditionTemplate = { holds: 'account.self' };

const said: readonly (readonly [ConditionTemplate, string])[] = [
  ['always', 'anybody asks in this role'],
  [GRANT, 'the reader holds live access to the episode in this role'],
  [
    { all: [GRANT, { all: [OPEN] }] },
    'the reader holds live access to the episode in this role; the episode is open',
  ],
  [
    { any: [SELF, { all: [GRANT, OPEN] }] },
    'it is the reader’s own, or (the reader holds live access to the episode in this role; the episode is open)',
  ],
  [{ not: OPEN }, 'not (the episode is open)'],
  [{ where: { released: true } }, 'its `released` is true'],
  [
    { where: { level: { $gte: 2, $lt: 4 } } },
    'its `level` is at least 2; its `level` is less than 4',
  ],
  [{ holds: 'proceeding.live' }, 'the rights request or the breach is live'],
];

test.each(said)('%j is said in words', (condition, words) => {
  expect(conditionInWords(condition, 'INFORMATION_GOVERNANCE_OFFICER')).toBe(words);
});

test.each(Object.keys(PREDICATES) as PredicateName[])('%s reads as part of a sentence', (name) => {
  expect(conditionInWords({ holds: name }, 'PANEL_MEMBER')).toMatch(/^[a-z].*[^.;]$/);
});

test('the page has a section for each role, and its clauses', () => {
  const sections = whoSeesWhatPage(SHROPSHIRE_RULES, schema).split('\n## ');
  for (const [role, { title }] of Object.entries(ROLES)) {
    const section = sections.find((text) => text.startsWith(`${title}\n`)) ?? '';
    for (const { clause } of SHROPSHIRE_RULES.filter((rule) => rule.role === role))
      expect(section, role).toContain(clause);
  }
});

test('what is read whole is said so, a part is listed, and a condition that goes further says than which', () => {
  const rule = {
    role: 'PANEL_MEMBER',
    action: 'read',
    purposes: ['SAFEGUARDING'],
    effect: 'ALLOW',
    clause: 'SHR-3.7.3a',
  } as const;
  const rules: readonly StoredRule[] = [
    { ...rule, name: 'a', resource: 'Voice', classes: ['PERSONAL'], when: GRANT },
    { ...rule, name: 'b', resource: 'Need', classes: ['OPERATIONAL', 'PERSONAL'], when: GRANT },
    {
      ...rule,
      name: 'c',
      resource: 'Plan',
      fields: ['id', 'agreedOn'],
      when: { all: [GRANT, OPEN] },
    },
  ];
  const page = whoSeesWhatPage(rules, schema).replaceAll(/ +/g, ' ');
  expect(page).toContain('\n1. When the reader holds live access to the episode in this role.\n');
  expect(page).toContain('\n2. As in 1, and the episode is open.\n');
  expect(page).toContain('\n| 1 | Voice, Need | all fields | SHR-3.7.3a |\n');
  expect(page).toContain('\n| 2 | Plan | id, agreedOn | SHR-3.7.3a |\n');
});

test('what a role records has conditions numbered for themselves, apart from what it reads', () => {
  const rule = {
    role: 'PANEL_MEMBER',
    purposes: ['SAFEGUARDING'],
    effect: 'ALLOW',
    clause: 'SHR-3.7.3a',
    resource: 'Plan',
  } as const;
  const when: ConditionTemplate = { all: [GRANT, OPEN] };
  const rules: readonly StoredRule[] = [
    { ...rule, name: 'a', action: 'read', fields: ['id', 'objective', 'agreedOn'], when: GRANT },
    { ...rule, name: 'b', action: 'record', fields: ['id', 'objective'], when: GRANT },
    { ...rule, name: 'c', action: 'record', fields: ['agreedOn'], when },
    { ...rule, name: 'd', action: 'record', resource: 'Need', classes: ['PERSONAL'], when },
  ];
  const page = whoSeesWhatPage(rules, schema).replaceAll(/ +/g, ' ');
  const [reads = '', records = ''] = page
    .slice(page.indexOf('`PANEL_MEMBER`'))
    .split('\nRecords:\n');
  expect(reads).toContain('\n| 1 | Plan | id, objective, agreedOn | SHR-3.7.3a |\n');
  expect(records).toContain(
    '\n1. When the reader holds live access to the episode in this role.\n2. As in 1, and the episode is open.\n',
  );
  expect(records).toContain('\n| 1 | Plan | objective | SHR-3.7.3a |\n');
  expect(records).toContain('\n| 2 | Plan | agreedOn | SHR-3.7.3a |\n');
  expect(records).toContain('\n| 2 | Need | all that is recorded | SHR-3.7.3a |\n');
});

test('what is taken away from everybody says whether it is reading or recording, too', () => {
  const page = whoSeesWhatPage(SHROPSHIRE_RULES, schema).replaceAll(/ +/g, ' ');
  for (const [where, what] of [
    ['The family excludes the reader’s agency altogether.', 'reading, recording'],
    ['The reader declared a conflict of interest with the family.', 'reading, recording'],
    ['It is a record of what the family hides from the reader’s own agency.', 'reading'],
  ])
    expect(page).toContain(`\n| ${where} | ${what} |`);
});

test('every clause that a rule cites is one of the catalogue', () => {
  const catalogue = new URL('../../../agreements/data/clauses.tsv', import.meta.url);
  const known = new Set(
    readFileSync(catalogue, 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[0]),
  );
  const cited = new Set(SHROPSHIRE_RULES.map(({ clause }) => clause));
  expect([...cited].filter((clause) => !known.has(clause))).toEqual([]);
});
