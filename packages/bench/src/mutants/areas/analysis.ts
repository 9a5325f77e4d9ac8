import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'packages/policy/src/analysis';
const TEST = 'packages/policy/test/analysis';
const SOLVER = [`${TEST}/solver.test.ts`];
const AXIOMS = [`${TEST}/axioms.test.ts`];
const NARROWS = [`${TEST}/only-narrows.test.ts`];
const CHANGED = [`${TEST}/changed-decisions.test.ts`, `${TEST}/only-narrows.test.ts`];
const TABLE = [`${TEST}/policy-table.test.ts`, ...CHANGED];
const REACH = [`${TEST}/reach.test.ts`];
const PROOF = [`${TEST}/proof.test.ts`, 'packages/embedded/test/proof/planted-faults.test.ts'];
const BROKEN = [`${TEST}/broken-scenarios.test.ts`];

/** What is proved of rules before they become live: the solver, what it takes for granted, and what is asked of it. */
export const ANALYSIS_AREA: MutantArea = {
  name: 'analysis',
  mutants: [
    ...mutantsOf(`${SRC}/solver/solver.ts`, SOLVER, [
      [
        'What is too large a question counts as implied',
        "return implication(one, other, kinds) === 'PROVED';",
        "return implication(one, other, kinds) !== 'REFUTED';",
      ],
      [
        'What is too large a question counts as always so',
        "return satisfiability(not(condition), kinds) === 'REFUTED';",
        "return satisfiability(not(condition), kinds) !== 'PROVED';",
      ],
      [
        'One direction is enough for the same',
        'return met[0] === met[1];',
        'return diagrams.implies(met[0] ?? FALSE, met[1] ?? FALSE);',
      ],
      [
        'States that cannot be count where something is implied',
        'diagrams.implies(diagrams.and(space.possible, space.nodeOf(one)), space.nodeOf(other))',
        'diagrams.implies(space.nodeOf(one), space.nodeOf(other))',
      ],
    ]),
    ...mutantsOf(`${SRC}/solver/single-tests.ts`, SOLVER, [
      ['At least is more than', 'return or([is, isMore]);', 'return isMore;'],
      ['Less than is at most', 'return and([not(is), not(isMore)]);', 'return not(isMore);'],
      [
        'Not in a list is not its first',
        'return not(is);',
        "return not(is.kind === 'OR' ? (is.parts[0] ?? is) : is);",
      ],
    ]),
    ...mutantsOf(`${SRC}/solver/state-space.ts`, SOLVER, [
      [
        'An attribute may be two values at once',
        '[...this.#ofAxioms(), ...this.#ofAttributes(kinds)]',
        '[...this.#ofAxioms()]',
      ],
      [
        'What entails something follows from it',
        'diagrams.or(diagrams.not(this.#atom(instance.atom)), this.#atom(instance.also))',
        'diagrams.or(this.#atom(instance.atom), diagrams.not(this.#atom(instance.also)))',
      ],
    ]),
    ...mutantsOf(`${SRC}/solver/values.ts`, SOLVER, [
      [
        'Between two numbers there is none',
        '...numbers.slice(1).map((number, i) => (numbers[i] ?? number) / 2 + number / 2),',
        '',
      ],
      ['Nothing is ever null', 'typeof value === kind), null];', 'typeof value === kind)];'],
    ]),
    ...mutantsOf(`${SRC}/solver/diagram.ts`, SOLVER, [
      [
        'A conjunction is remembered by one of its parts',
        'one < other ? one * 2 ** 20 + other : other * 2 ** 20 + one',
        'Math.min(one, other) * 2 ** 20',
      ],
    ]),
    ...mutantsOf(`${SRC}/solver/combinations.ts`, SOLVER, [
      [
        'Combinations that cannot be are told',
        'this.#must = diagrams.and(node, possible);',
        'this.#must = node;',
      ],
      [
        'A test that has to fail is asked to hold',
        "met ? test : { kind: 'NOT', part: test }",
        'met || test ? test : test',
      ],
    ]),
    ...mutantsOf(`${SRC}/axioms.ts`, AXIOMS, [
      [
        'Every grant is a worker’s',
        "{ predicate: 'grant.live', role: (role) => !FAMILY_ROLES.includes(role) },",
        "'grant.live',",
      ],
      [
        'What is screened is open',
        "of: 'episode.open',\n    also: 'episode.underScreening',",
        "of: 'episode.underScreening',\n    also: 'episode.open',",
      ],
      [
        'Who reads for the family has no justification hidden by a limit of anybody’s',
        "  'limit.hides',\n];",
        "  'limit.hides',\n  'detail.hidden',\n];",
      ],
      [
        'A proceeding has one reader',
        'role: (role: string) => !PROCEEDING_ROLES.includes(role)',
        'role: (role: string) => PROCEEDING_ROLES[0] !== role',
      ],
    ]),
    ...mutantsOf(`${SRC}/only-narrows.ts`, NARROWS, [
      [
        'A purpose more is not looked at',
        '.every((purpose) => had.includes(purpose))',
        '.some((purpose) => had.includes(purpose))',
      ],
      [
        'A denial may be taken away from who holds another role, too',
        ' &&\n        narrowed.keepsDenials(place),',
        ',',
      ],
      [
        'A denial that got weaker is one that was kept',
        'implies(\n            this.#before.deniedTo(role, purpose, place),\n            this.#after.deniedTo(role, purpose, place),',
        'implies(\n            this.#after.deniedTo(role, purpose, place),\n            this.#before.deniedTo(role, purpose, place),',
      ],
      [
        'What is wider only narrows',
        'implies(one, other) ||\n        implies(after.afterStanding(one, place), before.afterStanding(other, place)),',
        'implies(other, one) ||\n        implies(before.afterStanding(other, place), after.afterStanding(one, place)),',
      ],
      [
        'One role that is released no more is enough',
        'after.roles.every((role) => narrowed.releasesNoMore([role], place))',
        'after.roles.some((role) => narrowed.releasesNoMore([role], place))',
      ],
    ]),
    ...mutantsOf(`${SRC}/changed-places.ts`, CHANGED, [
      [
        'Whatever a condition became, it is judged once',
        'const verdict = ofOne.get(other) ?? judge(one, other, place);\n    ofOne.set(other, verdict);',
        'const verdict = ofOne.get(one) ?? judge(one, other, place);\n    ofOne.set(one, verdict);',
      ],
    ]),
    ...mutantsOf(`${SRC}/policy-table.ts`, TABLE, [
      [
        'A permission turned into a denial is no change',
        '[role, effect, purposes.join(), conditionKey(when)]',
        '[role, purposes.join(), conditionKey(when)]',
      ],
      [
        'A rule for other purposes is no change',
        '[role, effect, purposes.join(), conditionKey(when)]',
        '[role, effect, conditionKey(when)]',
      ],
      [
        'Decisions are remembered without whether a rule permits',
        '`${rule.effect}${this.#idOf(when)}`',
        '`${this.#idOf(when)}`',
      ],
      [
        'What is public to every role lets anybody in',
        'if (!roles.some((role) => this.#permitted.get(role)?.has(purpose))) return NEVER;',
        '',
      ],
      [
        'Rules of every role are nobody’s',
        "(rule.role === '*' || roles.includes(rule.role)) && rule.purposes.includes(purpose)",
        'roles.includes(rule.role) && rule.purposes.includes(purpose)',
      ],
    ]),
    ...mutantsOf(`${SRC}/changed-decisions.ts`, CHANGED, [
      [
        'A purpose that opens changes nothing of what is everybody’s',
        'opensPurpose(before, after, roles) ? after.places() : changedPlaces(before, after)',
        'changedPlaces(before, after)',
      ],
    ]),
    ...mutantsOf(`${SRC}/reach.ts`, REACH, [
      [
        'A field is reached on a record that the role does not see',
        "if (first === undefined || first.row.kind === 'NEVER') return [];",
        'if (first === undefined) return [];',
      ],
      ['Whoever sees the record sees the field', 'implies(state, row)', 'implies(row, state)'],
      [
        'A role reaches what is open to everybody only',
        "toAll.kind === 'NEVER' || !equivalent(field, toAll)",
        '!equivalent(field, toAll) && equivalent(field, NEVER)',
      ],
    ]),
    ...mutantsOf(`${SRC}/proof/breaches.ts`, PROOF, [
      [
        'What cannot be decided is proved',
        "if (implication(released, must) === 'PROVED') return null;",
        "if (implication(released, must) !== 'REFUTED') return null;",
      ],
      [
        'A rule for one of the purposes is left out of the proof of the others',
        'counting.filter(({ rule }) => rule.purposes.includes(purpose));',
        'counting.filter(({ rule }) => rule.purposes[0] === purpose);',
      ],
    ]),
    ...mutantsOf(`${SRC}/proof/obligations/justified-classes.ts`, PROOF, [
      [
        'Offence data alone has to be justified',
        "return dataClass === 'CRIMINAL_OFFENCE' || dataClass?.startsWith('SPECIAL_CATEGORY');",
        "return dataClass === 'CRIMINAL_OFFENCE';",
      ],
      [
        'Whoever is handed anything reads what was picked by hand',
        'scope.handPicked.includes(role)',
        'scope.handPicked.length > 0',
      ],
      [
        'A justification of any class is enough',
        "{ predicate: 'justification.covers', class: dataClass },",
        "{ predicate: 'justification.covers', class: dataClass },\n    { predicate: 'justification.covers', class: 'RESTRICTED:EDUCATION' },",
      ],
      [
        'The denials of every role are left out of the proof',
        " || (rule.role === '*' && rule.effect === 'DENY')",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/proof/obligations/no-records.ts`, PROOF, [
      [
        'What every role reads, administrators do not',
        "rule.role === role || rule.role === '*'",
        'rule.role === role',
      ],
      [
        'A type that nobody listed is no record',
        '!types.includes(type)',
        "!types.includes(type) && type !== 'Person'",
      ],
    ]),
    ...mutantsOf(`${SRC}/proof/obligations/preconditions.ts`, PROOF, [
      [
        'A precondition of practitioners is one of families',
        'one.name === name && one.accounts.includes(kind)',
        'one.name === name',
      ],
      [
        'The second factor is not mandatory',
        "  both('MULTI_FACTOR', 'SHR-8.3.7a', 'who signed in without a second factor'),\n",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/broken-scenarios.ts`, BROKEN, [
      [
        'A denial of the agreement is no part of what it grants',
        'const when = and([rule.when, not(denied)]);',
        'const when = rule.when;',
      ],
    ]),
    ...mutantsOf(`${SRC}/scenario-cases.ts`, BROKEN, [
      [
        'What the agreement denies may be granted',
        'if (state === null || !holdsIn(state, decided.draft)) return [];',
        'if (state === null || holdsIn(state, decided.draft)) return [];',
      ],
      [
        'What the live rules break already is a new break',
        'const already = !holdsIn(granted, decided.live);',
        'const already = holdsIn(granted, decided.live);',
      ],
      [
        'What is too large to try is kept',
        'if (combinations === null) return [UNKNOWN];',
        'if (combinations === null) return [];',
      ],
    ]),
  ],
};
