import { expect, test } from 'vitest';
import type { Resolutions, StoredRule } from '../src/index.ts';
import { DEFAULT_RESOLUTIONS, grantors, SHROPSHIRE_RULES, shropshireRules } from '../src/index.ts';

const full: Resolutions = { ...DEFAULT_RESOLUTIONS, TEAM_SOURCE_ITEMS: 'FULL_IN_TEAM' };
const TEAM = ['LEAD_PROFESSIONAL', 'TAF_MEMBER'];

function byName(rules: readonly StoredRule[]): ReadonlyMap<string, string> {
  return new Map(rules.map((rule) => [rule.name, JSON.stringify(rule)]));
}

test('with nothing chosen the rules are as they were', () => {
  expect(shropshireRules(DEFAULT_RESOLUTIONS)).toEqual(SHROPSHIRE_RULES);
});

test('sharing in full opens restricted items to the team and to nobody else, and no special-category or offence data', () => {
  const before = byName(SHROPSHIRE_RULES);
  const changed = shropshireRules(full).filter(
    (rule) => before.get(rule.name) !== JSON.stringify(rule),
  );
  expect(changed.length).toBeGreaterThan(10);
  for (const { role, classes, fields, resource } of changed) {
    expect(TEAM).toContain(role);
    if (classes === undefined) expect([resource, fields]).toMatchObject(['Person', {}]);
    else for (const key of classes) expect(key).toMatch(/^RESTRICTED:/);
  }
  const opened = changed.flatMap(({ fields = [] }) => fields);
  expect(new Set(opened)).toEqual(
    new Set([
      ...['attendance', 'exclusions', 'behaviour', 'specialEducationalNeeds'],
      ...['housing', 'employment', 'finance', 'socialCare'],
    ]),
  );
  for (const rule of changed) expect(JSON.stringify(rule.when)).not.toContain('justification');
});

test('who may give access goes from the narrower set to the wider', () => {
  const of = (choice: Resolutions['WHO_MAY_GRANT']): ReturnType<typeof grantors> =>
    grantors(choice);
  expect(grantors(DEFAULT_RESOLUTIONS.WHO_MAY_GRANT)).toEqual(of('HOST_AND_TARGETED_LEAD'));
  expect(of('HOST_AND_TARGETED_LEAD').roles).not.toContain('HUB_WORKER');
  expect(of('WITH_HUB')).toMatchObject({ leads: 'TARGETED_TEAM' });
  expect(of('WITH_HUB').roles).toContain('HUB_WORKER');
  expect(of('HOST_HUB_AND_ANY_LEAD')).toMatchObject({ leads: 'ANY' });
});
