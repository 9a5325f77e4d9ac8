import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { Purpose } from '@postern/policy';
import { parseRule, reachOf } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { describe, expect, test } from 'vitest';
import { wholeDictionary } from '../../src/stack/blueprints.ts';
import type { Asking } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { Desk, ruleNamed, written } from './at-the-desk.ts';

const { adaline, dorothea, grace } = cast.practitioners;
const scene = setScene();

const REACH = `query ($coordinate: String!, $draft: ID) { policyReach(coordinate: $coordinate, draft: $draft) {
  coordinate class liveVersion never
  readers { role purposes when seesRecord rules { name clause } unless { name clause when } } } }`;

async function reach(
  variables: { readonly coordinate: string; readonly draft?: string },
  who: Asking = adaline,
  purpose: Purpose = 'ADMINISTRATION',
) {
  const { body } = await scene.gate().ask(who, REACH, { purpose, variables });
  return body;
}

describe('who can read a field, by the rules in force', () => {
  test('is what the rules of the agreement say, combination by combination', async () => {
    const { data, errors } = await reach({ coordinate: 'Person.ethnicity' });
    expect(errors).toBeUndefined();
    const dictionary = wholeDictionary();
    // In the order in which a version is read.
    const stored = SHROPSHIRE_RULES.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const rules = stored.map((rule) => parseRule(rule, dictionary));
    const told = reachOf(rules, dictionary, 'Person.ethnicity').map(
      ({ combination: _, ...reader }) => reader,
    );
    expect(told.length).toBeGreaterThan(5);
    expect(data.policyReach).toMatchObject({
      coordinate: 'Person.ethnicity',
      class: 'SPECIAL_CATEGORY:ETHNICITY',
      readers: JSON.parse(JSON.stringify(told)),
    });
    expect(data.policyReach.never).toEqual(expect.arrayContaining(['ADMINISTRATOR', 'ANALYST']));
    expect(data.policyReach.never).not.toContain('TAF_MEMBER');
  });

  test('is what a draft would make it, while the policy in force stays as it is', async () => {
    const desk = new Desk(scene.gate(), adaline);
    const draft = await desk.begins();
    const name = 'taf-reads-Person-names';
    const { fields: _, ...names } = written(ruleNamed(name));
    const rule = { ...names, name: 'narrow', fields: ['gpPractice'], role: 'GROUP_WORK_PROVIDER' };
    await desk.takes('addPolicyRule', draft, { rule });
    const rolesFor = async (asked: { draft?: string }) =>
      (await reach({ coordinate: 'Person.gpPractice', ...asked })).data.policyReach.readers.map(
        ({ role }: { role: string }) => role,
      );
    expect(await rolesFor({ draft: draft.id })).toContain('GROUP_WORK_PROVIDER');
    expect(await rolesFor({})).not.toContain('GROUP_WORK_PROVIDER');
  });

  test('is told to those who propose, approve and oversee, for ADMINISTRATION only', async () => {
    expect((await reach({ coordinate: 'Person.id' }, dorothea)).errors).toBeUndefined();
    const refused = await reach({ coordinate: 'Person.id' }, grace);
    expect(refused.data ?? null).toBeNull();
    expect(refused.errors?.[0]?.extensions['code']).toBe('PURPOSE_NOT_PERMITTED');
    const forAnother = await reach({ coordinate: 'Person.id' }, dorothea, 'RIGHTS');
    expect(forAnother.errors?.[0]?.extensions['code']).toBe('PURPOSE_NOT_PERMITTED');
  });

  test.each([
    ['Person.etnicity', 'Person.ethnicity'],
    ["Person.id'; DROP TABLE access.policy_rule; --", 'a field of the schema'],
    ['__proto__.constructor', 'a field of the schema'],
  ])('%s is no field, and the answer says what would be', async (coordinate, expected) => {
    const { data, errors } = await reach({ coordinate });
    expect(data ?? null).toBeNull();
    expect(errors?.[0]?.extensions['code']).toBe('ARGUMENT_INVALID');
    expect(JSON.stringify(errors?.[0]?.extensions)).toContain(expected);
  });
});
