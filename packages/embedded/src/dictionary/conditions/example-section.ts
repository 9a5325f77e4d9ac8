import type { ConditionTemplate } from '@postern/policy';
import { conditionInWords } from '@postern/policy';

const WHEN: ConditionTemplate = {
  all: [
    { holds: 'grant.live' },
    { any: [{ holds: 'agreement.inForce' }, { not: { holds: 'episode.open' } }] },
    { where: { status: { $in: ['OPEN', 'OPEN_TAF', 'CLOSED'] }, levelOfNeed: { $gte: 2 } } },
  ],
};

const RULE = {
  name: 'taf-reads-why-help-began',
  role: 'TAF_MEMBER',
  resource: 'Episode',
  action: 'READ',
  fields: ['reason'],
  purposes: ['COORDINATE_SUPPORT'],
  effect: 'ALLOW',
  condition: JSON.stringify(WHEN),
  clause: 'SHR-3.3.1',
};

/** One rule from end to end, as the command takes it. */
export function exampleSection(): readonly string[] {
  return [
    '## A whole rule',
    '',
    '```graphql',
    'mutation ($draft: ID!, $revision: Int!, $rule: PolicyRuleInput!) {',
    '  addPolicyRule(draft: $draft, expectedRevision: $revision, rule: $rule, reason: "Agreed in June.") {',
    '    ... on PolicyDraftChanged { draft { id revision } }',
    '    ... on CommandRefusal { message findings { part found expected } }',
    '  }',
    '}',
    '```',
    '',
    'with `$draft` and `$revision` of a draft, and as `$rule`:',
    '',
    '```json',
    `{\n${Object.entries(RULE)
      .map(([part, given]) => `  ${JSON.stringify(part)}: ${JSON.stringify(given)}`)
      .join(',\n')}\n}`,
    '```',
    '',
    `It lets a member of the team around the family read why help began, to coordinate support, where ${conditionInWords(WHEN, RULE.role)}.`,
    '',
  ];
}
