import type { PolicySchema } from '@postern/policy';
import { RULE_LIMITS } from '@postern/policy';
import { attributesSection } from './conditions/attributes-section.ts';
import { exampleSection } from './conditions/example-section.ts';
import { operatorRows } from './conditions/operators.ts';
import { predicateRows, predicatesByType } from './conditions/predicates-section.ts';
import { markdownTable } from './markdown-table.ts';

/** docs/conditions.md: the whole language in which a rule says when it applies. */
export function conditionsPage(schema: PolicySchema): string {
  return `${[
    '# Conditions of rules',
    '',
    'When a rule applies: what `condition` of `addPolicyRule` and `changePolicyRule` may say. How rules are changed is in',
    '[changing the policy](changing-the-policy.md), what can be found wrong with one in [errors](errors.md#findings).',
    '`npm run dictionary` writes this page from the language itself.',
    '',
    '## What a condition is',
    '',
    'JSON in a text, of these and no others. A rule that allows lets its role read, or record, where the condition holds; one',
    'that denies takes away where it holds, whatever another rule allows.',
    '',
    'What a rule is about is its `action`: `READ` (where nothing is said) or `RECORD`. A condition says the same of both, and',
    '“the reader” of a rule about recording is whoever writes. Of a record that stands there it is asked as it is before it is',
    'changed, and again as it is afterwards; of one that is added, as it was added: it comes from the agency of whoever added',
    'it. What stands there is changed only by those who may read it, too, by the rules about reading. What takes away by itself',
    'from everybody, whatever the policy says, takes reading away; of that, only an agency that is kept out as a whole and a',
    'conflict of interest also keep somebody from adding.',
    '',
    ...markdownTable(
      ['Condition', 'Holds where'],
      [
        ['`"always"`', 'always'],
        ['`{"holds": "grant.live"}`', 'the predicate does: one of those below'],
        ['`{"not": …}`', 'the one condition in it does not'],
        ['`{"all": [ … ]}`', 'every one of a list of conditions does'],
        ['`{"any": [ … ]}`', 'at least one of a list of conditions does'],
        [
          '`{"where": {"levelOfNeed": {"$gte": 3}}}`',
          'the record’s own attributes compare so: every one that is named',
        ],
      ],
    ),
    '',
    `One rule has at most ${RULE_LIMITS.conditions} conditions, ${RULE_LIMITS.levels} levels of all, any and not, and ${RULE_LIMITS.values} values that it compares with. What can never`,
    'hold, or always does in other words, is refused. There are no placeholders: what depends on the reader is said by a',
    'predicate.',
    '',
    ...exampleSection(),
    '## Predicates',
    '',
    'A predicate of the *episode* asks of the episode through which the reader comes to the record, and all of them in one',
    'rule ask of the same one; a predicate of the *row* asks of the record, or of the entry in it. None takes an argument in',
    'the condition. Some take one from the rule: its role (such a rule is never one of every role, `*`), or the class or the name',
    'of the field that is decided, of each field that the rule covers by itself. “The reader” is whoever asks.',
    '',
    ...markdownTable(['Predicate', 'Asks of', 'Takes', 'Holds where'], predicateRows()),
    '',
    ...predicatesByType(schema),
    '## Comparing attributes',
    '',
    '`where` compares attributes of the record that the rule is about: `{"where": {attribute: {operator: value}}}`, or',
    '`{"where": {attribute: value}}` for `$eq`. Several attributes, and several operators of one, have to hold together. Nothing',
    'is equal to a value of another type, so such a value is refused. An attribute that holds nothing is null: equal to null',
    'only, different from every value, and in order above every negative number and below every other.',
    '',
    ...markdownTable(['Operator', 'With', 'For example', 'Says'], operatorRows()),
    '',
    ...attributesSection(schema),
  ].join('\n')}\n`;
}
