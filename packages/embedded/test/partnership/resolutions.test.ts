import type { Partnership } from '@postern/agreements';
import {
  AGREEMENTS,
  COLLISIONS,
  DEFAULT_PARTNERSHIP,
  PROOF_SCOPE,
  shropshireRules,
} from '@postern/agreements';
import { isClassKey, parseRule, prove } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wholeDictionary, wholePolicySchema } from '../../src/stack/blueprints.ts';
import { publishAgreements } from '../../src/stack/publish-agreements.ts';
import { publishPolicy } from '../../src/stack/publish-policy.ts';
import type { OpenShape } from '../county-fixture.ts';
import { openShape } from '../county-fixture.ts';

let open: OpenShape;

beforeAll(async () => {
  open = await openShape('embedded');
});

afterAll(() => open?.close());

const full: Partnership = {
  ...DEFAULT_PARTNERSHIP,
  resolutions: { ...DEFAULT_PARTNERSHIP.resolutions, TEAM_SOURCE_ITEMS: 'FULL_IN_TEAM' },
};
const { grace, callum } = cast.practitioners;
const episode = cast.families.yarrow.episodes.current;

interface Member {
  readonly housing: readonly unknown[] | null;
  readonly attendance: readonly unknown[] | null;
  readonly healthConditions: readonly unknown[] | null;
}

async function members(): Promise<readonly Member[]> {
  const { body } = await open.gate.ask(
    grace,
    `query ($reference: String!) { episode(reference: $reference) { family { members {
      id housing { circumstance } attendance { period } healthConditions { name } } } } }`,
    { variables: { reference: episode.reference } },
  );
  expect(body.errors).toBeUndefined();
  return body.data.episode.family.members;
}

async function resolutions(): Promise<readonly Record<string, unknown>[]> {
  const { body } = await open.gate.ask(
    callum,
    '{ resolutions { name issue clauses choices choice says fixedBecause effect } }',
  );
  expect(body.errors).toBeUndefined();
  return body.data.resolutions;
}

test('every coordinate and class that an agreement lists is one of the data dictionary', () => {
  const dictionary = wholeDictionary();
  for (const { id, items } of Object.values(AGREEMENTS))
    for (const item of Object.keys(items)) {
      const [type = '', field = ''] = item.split('.');
      const known = isClassKey(item) || dictionary.get(type)?.has(field) === true;
      expect(known, `${id} ${item}`).toBe(true);
    }
});

test('where the partnership shares in full, the team reads restricted items without a justification, and health data still not', async () => {
  const before = await members();
  expect(before.map(({ attendance }) => attendance)).toContain(null);
  expect(before.map(({ housing }) => housing)).toContain(null);
  await publishPolicy(
    open.database.owner,
    {
      version: 2,
      agreement: 'SHROPSHIRE_ISA',
      proposedBy: 'test',
      approvedBy: 'test',
      reason: 'Shared in full.',
      activatedAt: new Date('2026-01-01T00:00:00Z'),
      rules: shropshireRules(full.resolutions),
    },
    wholePolicySchema(),
  );
  const after = await members();
  for (const { attendance, housing } of after) {
    expect(attendance).not.toBeNull();
    expect(housing).not.toBeNull();
  }
  expect(after.map(({ healthConditions }) => healthConditions)).toEqual(
    before.map(({ healthConditions }) => healthConditions),
  );
  expect(after.map(({ healthConditions }) => healthConditions)).toContain(null);
});

test('rules by any choice keep every obligation that is proved', () => {
  const dictionary = wholeDictionary();
  const rules = shropshireRules(full.resolutions).map((rule) => parseRule(rule, dictionary));
  expect(prove(rules, dictionary, PROOF_SCOPE)).toEqual([]);
});

test('everybody reads every collision: what is chosen, and where nothing is to choose, why', async () => {
  const shown = await resolutions();
  expect(shown.map(({ name }) => name)).toEqual(Object.keys(COLLISIONS).sort());
  for (const { name, choice, choices, clauses, says, fixedBecause } of shown) {
    expect(choices, String(name)).toContain(choice);
    expect(clauses).not.toEqual([]);
    expect(says).toMatch(/\S/);
    expect((choices as readonly string[]).length > 1).toBe(fixedBecause === null);
  }
});

test('a choice that nothing was written by may change with the setting, and is published anew', async () => {
  const { owner } = open.database;
  await publishAgreements(owner, {
    ...DEFAULT_PARTNERSHIP,
    resolutions: { ...DEFAULT_PARTNERSHIP.resolutions, WHO_MAY_GRANT: 'WITH_HUB' },
    timers: { FAMILY_REMOVAL: 24 },
  });
  expect(await resolutions()).toContainEqual(
    expect.objectContaining({ name: 'WHO_MAY_GRANT', choice: 'WITH_HUB' }),
  );
  const { body } = await open.gate.ask(grace, '{ agreements { timers { name value chosen } } }');
  const timers = body.data.agreements.flatMap((each: { timers: unknown }) => each.timers);
  expect(timers).toContainEqual({ name: 'FAMILY_REMOVAL', value: 48, chosen: 24 });
});

test('rules that were published are not changed by a setting: another choice refuses to start', async () => {
  const before = await resolutions();
  await expect(publishAgreements(open.database.owner, full)).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    logged: { setting: 'POSTERN_PARTNERSHIP', key: 'resolutions.TEAM_SOURCE_ITEMS' },
  });
  expect(await resolutions()).toEqual(before);
});

test('several that prepare the same database at once do not disturb each other', async () => {
  const { owner } = open.database;
  await Promise.all(Array.from({ length: 4 }, () => publishAgreements(owner, DEFAULT_PARTNERSHIP)));
  expect(await resolutions()).toHaveLength(Object.keys(COLLISIONS).length);
});
