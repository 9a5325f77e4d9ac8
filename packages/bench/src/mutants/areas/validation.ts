import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'packages/policy/src';
const TEST = 'packages/policy/test';
const FINDINGS = [`${TEST}/validation/findings.test.ts`, `${TEST}/validation/every-role.test.ts`];
const CLOSED_LISTS = [`${TEST}/validation/closed-lists.test.ts`];
const TOO_LARGE = [`${TEST}/validation/decisions-too-large.test.ts`];
const ADMITTING = [`${TEST}/admitting.test.ts`];
const BEFORE = [`${TEST}/validation/checked-before.test.ts`];
const LOADING = [`${TEST}/quarantine/load-policy.test.ts`];
const DATED = [`${TEST}/law/tables.test.ts`];
const LAW = [`${TEST}/law/findings.test.ts`];

/** What is found wrong with a rule, a set of rules, a version that is loaded, and a justification in law. */
export const VALIDATION_AREA: MutantArea = {
  name: 'validation',
  mutants: [
    ...mutantsOf(`${SRC}/validation/check-comparison.ts`, FINDINGS, [
      [
        'A list of values may be of any length',
        "{ most: MOST_VALUES, what: 'the values' }",
        "{ most: 1e9, what: 'the values' }",
      ],
      ['A text that no column holds is compared', " && !text.includes('\\u0000')", ''],
      ['Half a character is compared', ' && text.isWellFormed()', ''],
      [
        'An order is asked of text',
        "if (compared !== undefined && compared.type !== 'number')",
        "if (compared !== undefined && compared.type === 'boolean')",
      ],
      [
        'A value of another type is compared',
        'if (typeof operand !== type)',
        "if (type === 'number' && typeof operand !== type)",
      ],
      [
        'It is enough that an attribute is known for one of the fields',
        'if (without.length === 0) return {',
        'if (without.length < (scope.covered ?? []).length) return {',
      ],
    ]),
    ...mutantsOf(`${SRC}/validation/check-comparison.ts`, CLOSED_LISTS, [
      [
        'A value is compared that no row holds',
        ' || values.includes(operand))',
        ' || values.length > 0)',
      ],
    ]),
    ...mutantsOf(`${SRC}/validation/examine.ts`, CLOSED_LISTS, [
      [
        'A rule in force is corrupt for a value that was taken off a list',
        "  'OPERAND_UNKNOWN',\n",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/validation/check-condition.ts`, FINDINGS, [
      [
        'It is enough that a predicate can hold for one of the fields',
        'if (nothing.length === 0) return;',
        'if (nothing.length < scope.covered.length) return;',
      ],
      [
        'A rule of every role asks for a grant in it',
        "if (scope.role === '*' && ROLE_BOUND.has(name))",
        'if (scope.role === null && ROLE_BOUND.has(name))',
      ],
      [
        'Negations may be of any depth',
        'check(operand, here, depth + 1);',
        'check(operand, here, depth);',
      ],
    ]),
    ...mutantsOf(`${SRC}/validation/check-cover.ts`, FINDINGS, [
      [
        'Fields and classes are both covered',
        'if ((fields === undefined) === (classes === undefined)) {',
        'if (fields === undefined && classes === undefined) {',
      ],
      ['A class is covered that the type has not', ' || !present.has(text))', ')'],
    ]),
    ...mutantsOf(`${SRC}/validation/check-meaning.ts`, FINDINGS, [
      [
        'Every role is given what is not public',
        '  checkForEverybody(rule, covered, fields, notes);\n',
        '',
      ],
      [
        'Only denials need an anchor',
        "if (rule.effect === 'DENY') return;",
        "if (rule.effect === 'ALLOW') return;",
      ],
      [
        'The ways in which a condition fails are not counted',
        'Math.max(waysOf(when), waysOf(not(when)))',
        'waysOf(when)',
      ],
      [
        'What is too large to be judged is let through',
        "notes.note('CONDITION_TOO_LARGE', '/when', 'more than can be judged', 'fewer comparisons');\n    return;",
        'return;',
      ],
      [
        'A permission is hidden only where every standing denial hides it',
        'or(standing.map(',
        'and(standing.map(',
      ],
    ]),
    ...mutantsOf(`${SRC}/validation/findings-of.ts`, FINDINGS, [
      [
        'The same rule with its fields in another order is a new one',
        '[...covered].sort(),',
        '[...covered],',
      ],
    ]),
    ...mutantsOf(`${SRC}/validation/vain-denials.ts`, FINDINGS, [
      [
        'A denial takes from whoever else is permitted',
        "(rule.role === '*' || role === '*' || role === rule.role) &&",
        '',
      ],
      [
        'A purpose that nobody uses is used by whoever is denied',
        'if (own.has(purpose)) return [];',
        'if (own.size > 0) return [];',
      ],
    ]),
    ...mutantsOf(`${SRC}/validation/decisions-too-large.ts`, TOO_LARGE, [
      [
        'The alternatives of denials add up',
        'add(denials, place, both, weight)',
        'add(denials, place, either, weight)',
      ],
      [
        'The alternatives of one permission count, not of all',
        'known === undefined ? more : {',
        'join === either || known === undefined ? more : {',
      ],
      [
        'What every role is permitted counts for nobody',
        "const toAll = role === '*' ? undefined : permissions.get(`* ${place}`);",
        'const toAll = undefined;',
      ],
    ]),
    ...mutantsOf(`${SRC}/rules/once-per-text.ts`, BEFORE, [
      [
        'What was found by one schema is told for another with the same fields',
        'const known = kept.get(by) ?? new Map<string, Result>();\n    kept.set(by, known);',
        'const one = ((by as never)["dictionary"] ?? by) as By;\n    const known = kept.get(one) ?? new Map<string, Result>();\n    kept.set(one, known);',
      ],
      [
        'A rule is taken for what it is as JSON',
        'return isPlain(body) ? text : null;',
        'return text;',
      ],
      [
        'A number that is none is taken for null',
        'return Number.isFinite(value) && !Object.is(value, -0);',
        'return true;',
      ],
      [
        'Whoever changes a rule afterwards changes what is remembered',
        'work(JSON.parse(text), by)',
        'work(body, by)',
      ],
    ]),
    ...mutantsOf(`${SRC}/quarantine/load-policy.ts`, LOADING, [
      [
        'A corrupt rule is set aside and nothing stands in its place',
        'rules: [...rules, ...denials],',
        'rules,',
      ],
      [
        'A rule that was lost is not missed',
        'for (const { concern } of [...approved.values()].flat())',
        'for (const { concern } of [...approved.values()].flat().slice(1))',
      ],
      [
        'One approval is enough for a rule however often it stands there',
        "approved.get(digest ?? '')?.pop() !== undefined",
        "approved.has(digest ?? '') && [approved.get(digest ?? '')?.pop()].length > 0",
      ],
    ]),
    ...mutantsOf(`${SRC}/rules/admitting.ts`, ADMITTING, [
      [
        'A role is admitted although every role is denied',
        "(role === '*' || roles.includes(role)) &&",
        'roles.includes(role) &&',
      ],
      [
        'A denial of what comes inside a whole leaves the whole',
        "(resource === '*' || resource === whole || inside.has(resource)),",
        "(resource === '*' || resource === whole),",
      ],
    ]),
    ...mutantsOf(`${SRC}/quarantine/denial-in-place.ts`, LOADING, [
      [
        'A corrupt rule of an unknown role denies nobody',
        "role: typeof role === 'string' && schema.roles.has(role) ? role : '*',",
        "role: typeof role === 'string' ? role : '*',",
      ],
      [
        'A corrupt rule of an unknown field denies the others only',
        'if (fields?.every((field) => known.has(field)) === true)',
        'if (fields?.some((field) => known.has(field)) === true)',
      ],
      [
        'A corrupt rule of an unknown purpose denies for the others only',
        'return texts?.every(isPurpose) === true ? texts.filter(isPurpose) : PURPOSES;',
        'return texts?.some(isPurpose) === true ? texts.filter(isPurpose) : PURPOSES;',
      ],
    ]),
    ...mutantsOf(`${SRC}/quarantine/load-rule.ts`, LOADING, [
      [
        'A rule in force needs no anchor',
        "if (rule.effect === 'ALLOW' && missingAnchors",
        "if (rule.effect === 'DENY' && missingAnchors",
      ],
      [
        'A rule in force may have any number of alternatives',
        'if (Math.max(waysOf(when), waysOf(not(when))) > MOST_WAYS)',
        'if (Math.min(waysOf(when), waysOf(not(when))) > MOST_WAYS)',
      ],
    ]),
    ...mutantsOf(`${SRC}/law/dated.ts`, DATED, [
      [
        'What the law ends on a day is still relied on that day',
        '(until === null || day < until)',
        '(until === null || day <= until)',
      ],
      ['What the law begins on a day is not relied on that day', 'from <= day', 'from < day'],
      [
        'What no day was appointed for is in force',
        'from !== null && from',
        'from === null || from',
      ],
    ]),
    ...mutantsOf(`${SRC}/law/findings/general-basis.ts`, LAW, [
      [
        'A public task is still another’s on the day the law changed',
        'relying.day >= basis.ownTaskFrom',
        'relying.day > basis.ownTaskFrom',
      ],
      [
        'A basis that is not offered is cited',
        'if (basis === null || !basis.offered)',
        'if (basis === null)',
      ],
    ]),
    ...mutantsOf(`${SRC}/law/findings/confidence.ts`, LAW, [
      [
        'One answer about the public interest is enough',
        'answers.some(saysNothing)',
        'answers.every(saysNothing)',
      ],
      [
        'The view of whom the confidence is owed to is not asked for',
        "if (saysNothing(sourceView)) yield finding('VIEWS_MISSING', 'sourceView');",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/law/findings/sensitive.ts`, LAW, [
      [
        'Whoever relies on offence data approves it',
        'if (approvedBy === null || approvedBy === relying.account.id)',
        'if (approvedBy === null)',
      ],
      [
        'Any paragraph completes any condition',
        'if (condition.needsUkLaw && (paragraph === null || paragraph.completes !== article9))',
        'if (condition.needsUkLaw && paragraph === null)',
      ],
      [
        'Offence data rests on any paragraph',
        'if (entryInForce(SCHEDULE_1, schedule1Paragraph, relying.day)?.openToOffences !== true)',
        'if (entryInForce(SCHEDULE_1, schedule1Paragraph, relying.day) === null)',
      ],
    ]),
    ...mutantsOf(`${SRC}/law/findings/findings-of-justification.ts`, LAW, [
      [
        'Only the first class of a justification is looked at',
        'said.classes.flatMap((one)',
        'said.classes.slice(0, 1).flatMap((one)',
      ],
    ]),
    ...mutantsOf(`${SRC}/law/may-rely.ts`, LAW, [
      [
        'A gateway is open to an agency of its kind with every standing only',
        'if (byKind || law.standings.some(',
        'if (byKind && law.standings.every(',
      ],
    ]),
  ],
};
