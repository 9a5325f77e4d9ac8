import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'packages/policy/src';
const TEST = 'packages/policy/test';
const ABILITY = [
  `${TEST}/ability.test.ts`,
  `${TEST}/casl-traps.test.ts`,
  `${TEST}/metamorphic.test.ts`,
];
const CONDITIONS = [
  `${TEST}/evaluate.test.ts`,
  `${TEST}/residual.test.ts`,
  `${TEST}/decision.test.ts`,
  `${TEST}/metamorphic.test.ts`,
];
const LANGUAGE = [
  `${TEST}/comparison.test.ts`,
  `${TEST}/parse-rule.test.ts`,
  `${TEST}/anchored-rules.test.ts`,
  `${TEST}/conformance.test.ts`,
  `${TEST}/justification.test.ts`,
];

/** What a rule means before any SQL: the ability, the decision on a field, and the language of conditions. */
export const RULES_AREA: MutantArea = {
  name: 'rules',
  mutants: [
    ...mutantsOf(`${SRC}/abilities/ability.ts`, ABILITY, [
      [
        'A later permission reopens a denial',
        'const fieldRules = [',
        "const fieldRules = [\n    ...applying.filter((rule) => rule.effect === 'DENY'),",
      ],
      [
        'A rule for another purpose applies',
        'purposes.includes(holder.purpose)',
        'purposes.length > 0',
      ],
      [
        'A rule on one field decides every field',
        '(field) => fields.includes(field)',
        '() => true',
      ],
    ]),
    ...mutantsOf(`${SRC}/rules/rules-of-roles.ts`, ABILITY, [
      [
        'A rule of another role applies',
        '.flatMap((role) => byRole.get(role) ?? [])',
        '.flatMap(() => [...byRole.values()].flat())',
      ],
      ['The standing denials are left out', '[...rules, ...STANDING_DENIALS]', '[...rules]'],
    ]),
    ...mutantsOf(
      `${SRC}/abilities/matcher.ts`,
      [...ABILITY, ...CONDITIONS],
      [
        [
          'One part of a conjunction is enough',
          'parts.every((matches) => matches(resource))',
          'parts.some((matches) => matches(resource))',
        ],
        [
          'A negation is taken as what it negates',
          'return (resource) => !matches(resource);',
          'return (resource) => matches(resource);',
        ],
        [
          'A denial does not fire on a shape that it does not know',
          "if (!isResource(object)) throw new TypeError('Policy decides on resources only.');",
          'if (!isResource(object)) return false;',
        ],
      ],
    ),
    ...mutantsOf(`${SRC}/abilities/decision.ts`, CONDITIONS, [
      [
        'Denials are forgotten where a field is decided',
        'return and([allowed, not(denied)]);',
        'return and([allowed, or([not(denied), allowed])]);',
      ],
      [
        'A field needs every permission',
        "const allowed = or(rules.filter((r) => r.rule.effect === 'ALLOW')",
        "const allowed = and(rules.filter((r) => r.rule.effect === 'ALLOW')",
      ],
      [
        'A field needs every denial to be withheld',
        "const denied = or(rules.filter((r) => r.rule.effect === 'DENY')",
        "const denied = and(rules.filter((r) => r.rule.effect === 'DENY')",
      ],
      ['A silent denial is told', '.silent ? NEVER : undefined', '.silent ? undefined : undefined'],
    ]),
    ...mutantsOf(`${SRC}/conditions/simplify.ts`, CONDITIONS, [
      [
        'No permission at all permits',
        "return join('OR', parts, NEVER, ALWAYS);",
        "return join('OR', parts, ALWAYS, NEVER);",
      ],
      [
        'The negation of a choice negates one part only',
        'return and(part.parts.map(not));',
        'return or(part.parts.map(not));',
      ],
      ['A double negation is a single one', 'return part.part;', 'return part;'],
      [
        'Of parts that are joined the last is lost',
        'return rest.length === 0 ? first : { kind, parts: [first, ...rest] };',
        'return rest.length === 0 ? first : { kind, parts: [first, ...rest.slice(1)] };',
      ],
    ]),
    ...mutantsOf(`${SRC}/conditions/substitute.ts`, CONDITIONS, [
      [
        'What is known below a negation is not negated',
        'return part === condition.part ? condition : not(part);',
        'return part;',
      ],
    ]),
    ...mutantsOf(
      `${SRC}/law/named-persons.ts`,
      [`${TEST}/ability.test.ts`],
      [
        [
          'The one-line address of a family is opened by a grant on somebody who lives elsewhere',
          "  'Family.address',\n",
          '',
        ],
      ],
    ),
    ...mutantsOf(
      `${SRC}/oracle/earlier-episodes.ts`,
      [`${TEST}/earlier-episodes.test.ts`],
      [
        [
          'The oracle takes a grant that names persons for one that leads to earlier episodes',
          '    .filter((grant) => grant.persons === null)\n',
          '',
        ],
      ],
    ),
    ...mutantsOf(
      `${SRC}/conditions/template.ts`,
      [`${TEST}/ability.test.ts`],
      [
        [
          'What is said of the whole family is denied to less than everything else',
          "{ depth: DEEPEST, opens: given.effect === 'ALLOW' }",
          '{ depth: DEEPEST, opens: true }',
        ],
        [
          'What is said of the whole family is denied for want of a grant that names nobody',
          "opens: given.effect === 'ALLOW' && !within.opens",
          'opens: !within.opens',
        ],
        [
          'What is said of the whole family is opened by the lack of a grant that names nobody',
          "opens: given.effect === 'ALLOW' && !within.opens",
          'opens: within.opens',
        ],
      ],
    ),
    ...mutantsOf(`${SRC}/conditions/template.ts`, LANGUAGE, [
      [
        'A condition of two operators is read by its first',
        'if (more.length > 0)',
        'if (more.length > 9)',
      ],
      [
        'Conditions may be of any depth',
        'if (within.depth === 0)',
        'if (within.depth === -100_000)',
      ],
      [
        'A justification for any class opens',
        'return { predicate, class: given.class };',
        "return { predicate, class: 'PERSONAL' };",
      ],
      ['A grant is asked for in no role', "if (given.role === '*')", "if (given.role === '')"],
    ]),
    ...mutantsOf(`${SRC}/conditions/comparison.ts`, LANGUAGE, [
      [
        'Text is ordered',
        "if (ordered && typeof value !== 'number')",
        'if (ordered && value === undefined)',
      ],
      ['An attribute may be a path', '/^[A-Za-z][A-Za-z0-9]*$/', '/^[A-Za-z]/'],
    ]),
    ...mutantsOf(
      `${SRC}/rules/expand-rule.ts`,
      [...ABILITY, ...LANGUAGE],
      [
        [
          'A rule on some fields covers all',
          'return rule.covers.fields.includes(field);',
          'return true;',
        ],
        [
          'A rule on a category covers its whole class',
          '(covered) => covered === dataClass',
          "(covered) => covered.split(':')[0] === dataClass.split(':')[0]",
        ],
      ],
    ),
    ...mutantsOf(
      `${SRC}/classes/hidden-with.ts`,
      [`${TEST}/hidden-with.test.ts`],
      [
        [
          'What a field is made of may be hidden and the field not',
          '...(MADE_OF.get(coordinate) ?? []), ',
          '',
        ],
      ],
    ),
  ],
};
