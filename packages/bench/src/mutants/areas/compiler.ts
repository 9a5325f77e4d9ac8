import type { MutantArea } from '../mutant.ts';
import { mutantsOf } from '../mutant.ts';

const SRC = 'packages/query-policy/src';
const TEST = 'packages/query-policy/test';
const CONDITION = [`${TEST}/differential.test.ts`];
const COMPARISON = [
  `${TEST}/one-store-per-case.test.ts`,
  `${TEST}/comparisons-against-casl.test.ts`,
];
const STORED = [`${TEST}/differential.test.ts`, `${TEST}/stored-policy.test.ts`];
const VERDICT = [...STORED, `${TEST}/verdict-against-oracle.test.ts`];

/** From a condition to SQL. */
export const COMPILER_AREA: MutantArea = {
  name: 'compiler',
  mutants: [
    ...mutantsOf(`${SRC}/predicates/condition.ts`, CONDITION, [
      [
        'A conjunction is a choice',
        'joined(condition.parts, row, sql` AND `)',
        'joined(condition.parts, row, sql` OR `)',
      ],
      [
        'A negation is lost',
        'return sql`NOT ${conditionSql(condition.part, row)}`;',
        'return conditionSql(condition.part, row);',
      ],
      [
        'Without an episode a predicate about one is still asked',
        'return substitute(condition, (atom) => (needsEpisode(atom) ? NEVER : undefined));',
        'return condition;',
      ],
    ]),
    ...mutantsOf('packages/policy/src/conditions/ways.ts', CONDITION, [
      [
        'A justification is not tied to an episode',
        " || atom.predicate === 'justification.covers'",
        '',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/comparison.ts`, COMPARISON, [
      [
        'Null is equal to nothing, not even null',
        'if (value === null) return sql`(${column.asStored} IS NULL)`;',
        'if (value === null) return sql`false`;',
      ],
      [
        'A comparison with null is null',
        'return sql`coalesce(${column.asHeld} = ${column.bind(value)}, false)`;',
        'return sql`(${column.asHeld} = ${column.bind(value)})`;',
      ],
      [
        'What differs in type may be equal',
        'if (typeof value !== column.holds) return sql`false`;',
        '',
      ],
      [
        'A list of what differs in type may be equal',
        'values.filter((value) => typeof value === column.holds)',
        'values.filter((value) => value !== null)',
      ],
      [
        'Null is ordered the other way round',
        'const whenNull = above === value < 0;',
        'const whenNull = above !== value < 0;',
      ],
      [
        'What is in a list counts as not in it',
        'return sql`NOT ${anyOf(column, list(value))}`;',
        'return anyOf(column, list(value));',
      ],
      [
        'Different is equal',
        'return sql`NOT ${equals(column, scalar(value))}`;',
        'return equals(column, scalar(value));',
      ],
      [
        'A list is tried by its first value only',
        'column.bindAll(alike)',
        'column.bindAll(alike.slice(0, 1))',
      ],
      ['Null is in no list', '...(values.includes(null) ? [equals(column, null)] : []),', ''],
      ['At most is less than', '$lte: sql`<=`', '$lte: sql`<`'],
      [
        'An attribute that is none is true of every row',
        "if (column === undefined) throw new Fault('POLICY_CORRUPT', { logged: { attribute } });",
        'if (column === undefined) return sql`true`;',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/compared-column.ts`, COMPARISON, [
      [
        'Any column is compared as text',
        'return dataType in HELD_AS ? (dataType as Held) : undefined;',
        "return dataType in HELD_AS ? (dataType as Held) : 'string';",
      ],
      ['Numbers are compared as whole ones', "number: 'double precision'", "number: 'bigint'"],
    ]),
    ...mutantsOf(`${SRC}/verdict/separate.ts`, STORED, [
      [
        'Of two alternatives that ask the same of the row one is lost',
        'return { ofEpisode: or([a.ofEpisode, b.ofEpisode]), ofRow: a.ofRow };',
        'return { ofEpisode: a.ofEpisode, ofRow: a.ofRow };',
      ],
      [
        'What is asked of the row is asked by one part only',
        'ofRow: and([a.ofRow, b.ofRow]),',
        'ofRow: a.ofRow,',
      ],
      ['What is asked of an episode is asked by one part only', 'return and([a, b]);', 'return a;'],
    ]),
    ...mutantsOf(`${SRC}/verdict/verdict.ts`, VERDICT, [
      [
        'What holds without an episode is not found',
        'asksOfEpisode(onRow) && otherwise.kind !== NEVER.kind',
        'asksOfEpisode(onRow) && otherwise.kind === NEVER.kind',
      ],
      ['A row is reached, whatever else is asked of it', 'sql`(${reached} AND ${row})`', 'reached'],
    ]),
    ...mutantsOf(`${SRC}/verdict/lookups.ts`, VERDICT, [
      [
        'Two lookups of a row have one answer',
        'const known = this.#asked.get(key);',
        'const [known] = this.#asked.values();',
      ],
    ]),
    ...mutantsOf(`${SRC}/verdict/reach-answers.ts`, STORED, [
      [
        'Two questions of reach have one answer',
        'this.#kept(conditionKey(ofEpisode), test, row)',
        'this.#kept(ofEpisode.kind, test, row)',
      ],
    ]),
    ...mutantsOf(`${SRC}/predicates/reach-source.ts`, STORED, [
      [
        'An entry of one episode is seen through another',
        "if (link.kind !== 'PERSON_ENTRY') return reached;",
        'return reached;',
      ],
      [
        'Nothing is asked of the episode that leads to a row',
        "(SELECT ${whose.by('r')}${key} FROM ${from} WHERE ${test})) IS TRUE)`;",
        "(SELECT ${whose.by('r')}${key} FROM ${from})) IS TRUE)`;",
      ],
    ]),
  ],
};
