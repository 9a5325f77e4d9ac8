import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'packages/policy/src/explanations';
const TEST = 'packages/policy/test';
const FIELD = [`${TEST}/explain-field.test.ts`];
const MISSING = [`${TEST}/missing.test.ts`];
const TO_OFFICES = ['packages/embedded/test/policy/explain-to-offices.test.ts'];
const UNSEEN = ['packages/embedded/test/policy/explain-unseen.test.ts'];

/** Why somebody sees a field or does not, told without telling more than they may know. */
export const EXPLAINING_AREA: MutantArea = {
  name: 'explaining',
  mutants: [
    ...mutantsOf(`${SRC}/explain-field.ts`, FIELD, [
      [
        'Episodes through which the record is not seen are told of',
        'return withheld(question, told, visible);',
        'return withheld(question, told, paths);',
      ],
      [
        'Of a record that is not seen it is told which conditions fail',
        'answerOf(question, told, null)',
        'answerOf(question, told, paths)',
      ],
      [
        'What is protected is told of',
        '(PREDICATES[predicate].silent ? NEVER : undefined)',
        '(PREDICATES[predicate].silent ? undefined : undefined)',
      ],
      [
        'A denial is never the reason',
        'decidedBy: denying ?? allowing, path, missing',
        'decidedBy: allowing, path, missing',
      ],
      ['Any entry counts as one’s own agency’s', 'found?.showsOwnEntry === true', 'found !== null'],
    ]),
    ...mutantsOf(`${SRC}/missing.ts`, FIELD, [
      [
        'Of several ways to a field the furthest is told',
        '.sort((a, b) => a.far - b.far)',
        '.sort((a, b) => b.far - a.far)',
      ],
    ]),
    ...mutantsOf(`${SRC}/missing.ts`, MISSING, [
      [
        'What contradicts itself is said to be missing',
        '(one.get(key)?.wanted ?? wanted) !== wanted',
        '(one.get(key)?.wanted ?? wanted) === undefined',
      ],
      [
        'What is so already is said to be missing',
        'outcomes(test) !== wanted);',
        'outcomes(test) !== wanted || wanted);',
      ],
    ]),
    ...mutantsOf('packages/subgraph-kit/src/explaining/access-explainer.ts', TO_OFFICES, [
      [
        'Anybody has anybody’s access explained',
        'if (!own && !to.roles.some((role) => OFFICES.includes(role)))',
        'if (!own && to.roles.length === 0)',
      ],
    ]),
    ...mutantsOf('packages/subgraph-kit/src/explaining/compile-explanation.ts', TO_OFFICES, [
      [
        'An office is told of a family with which it declared a conflict',
        'OR ${freeOfConflict(sql`${EXPLAINED_TO}`, row)})`,',
        'OR true)`,',
      ],
    ]),
    ...mutantsOf('packages/subgraph-kit/src/explaining/access-explainer.ts', UNSEEN, [
      [
        'What cannot be an id is answered otherwise',
        'return isUuid(text) ? text : NOTHING;',
        'return text;',
      ],
    ]),
  ],
};
