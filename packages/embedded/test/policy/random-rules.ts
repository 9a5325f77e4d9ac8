import type { AttributeType, DecidedOn, PolicySchema } from '@postern/policy';
import { PREDICATES, PURPOSES } from '@postern/policy';
import fc from 'fast-check';

const ANCHORS = [
  'grant.live',
  'account.self',
  'episode.concernsMe',
  'oversight.free',
  'agency.party',
  'pool.current',
  'episode.earlier',
];
const PREDICATE_NAMES = Object.keys(PREDICATES);
const ODD = fc.constantFrom<unknown>(
  'a',
  '',
  "'; --",
  '{{id}}',
  'a'.repeat(600),
  0,
  -1.5,
  1e300,
  true,
  null,
  [],
  {},
);
const SCALARS: Readonly<Record<AttributeType, fc.Arbitrary<unknown>>> = {
  string: fc.constantFrom('OPEN', 'CLOSED', 'a', '', "o'neil", '\\', '%', '2026-01-01', '1', '"x"'),
  number: fc.constantFrom(-2, 0, 1, 2.5, 1e300, 5e-324),
  boolean: fc.boolean(),
};

/** What may be asked where each of these fields is decided. */
function askedOfAll(decided: readonly DecidedOn[]): DecidedOn {
  const [first, ...others] = decided;
  return {
    askable: new Set(
      [...(first?.askable ?? [])].filter((name) => others.every((each) => each.askable.has(name))),
    ),
    comparable: new Map(
      [...(first?.comparable ?? [])].filter(([name]) =>
        others.every((each) => each.comparable.has(name)),
      ),
    ),
  };
}

function comparison(
  type: AttributeType,
  values: readonly string[] | undefined,
): fc.Arbitrary<unknown> {
  const scalar = fc.oneof(
    { arbitrary: values === undefined ? SCALARS[type] : fc.constantFrom(...values), weight: 9 },
    { arbitrary: fc.constant(null), weight: 2 },
    { arbitrary: ODD, weight: 1 },
  );
  const list = fc.uniqueArray(scalar, { minLength: 1, maxLength: 4, comparator: 'SameValue' });
  const tests: fc.Arbitrary<unknown>[] = [
    scalar,
    fc.record({ $eq: scalar }),
    fc.record({ $ne: scalar }),
    fc.record({ $in: list }),
    fc.record({ $nin: list }),
  ];
  if (type === 'number')
    tests.push(
      fc.record({ $gte: SCALARS.number }),
      fc.record({ $gt: fc.constant(-3), $lt: fc.constant(7) }),
    );
  return fc.oneof(...tests);
}

function conditionOn(type: string, asked: DecidedOn, schema: PolicySchema): fc.Arbitrary<unknown> {
  const fields = [...(schema.dictionary.get(type)?.keys() ?? [])];
  const holds = (names: readonly string[]): fc.Arbitrary<unknown> =>
    fc.constantFrom(...names).map((name) => ({ holds: name }));
  const compared = [...asked.comparable];
  const closedLists = schema.closedLists.get(type);
  const leaf = fc.oneof(
    {
      arbitrary: holds(asked.askable.size === 0 ? PREDICATE_NAMES : [...asked.askable]),
      weight: 30,
    },
    { arbitrary: holds(PREDICATE_NAMES), weight: 1 },
    {
      arbitrary:
        compared.length === 0
          ? holds(PREDICATE_NAMES)
          : fc.constantFrom(...compared).chain(([name, held]) =>
              comparison(held, closedLists?.get(name)).map((test) => ({
                where: { [name]: test },
              })),
            ),
      weight: compared.length === 0 ? 1 : 12,
    },
    {
      arbitrary: fc
        .tuple(fc.constantFrom(...fields, 'nobody', '__proto__'), ODD)
        .map(([name, test]) => ({ where: { [name]: test } })),
      weight: 1,
    },
  );
  return fc.letrec<{ when: unknown }>((tie) => ({
    when: fc.oneof(
      { maxDepth: 3 },
      { arbitrary: leaf, weight: 4 },
      {
        arbitrary: fc.array(tie('when'), { minLength: 2, maxLength: 3 }).map((all) => ({ all })),
        weight: 1,
      },
      {
        arbitrary: fc.array(tie('when'), { minLength: 2, maxLength: 3 }).map((any) => ({ any })),
        weight: 1,
      },
      { arbitrary: tie('when').map((not) => ({ not })), weight: 1 },
    ),
  })).when;
}

/** Stored rules on one type in one role, most of them right and some not: what is right must compile, what is not must be found. */
export function randomRule(
  type: string,
  role: string,
  schema: PolicySchema,
): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const decided = schema.decidedOn.get(type) ?? new Map<string, DecidedOn>();
  const names = [...decided.keys()];
  return fc
    .record({
      fields: fc.oneof(
        fc.subarray(names, { minLength: 1, maxLength: 3 }),
        fc.subarray(names, { maxLength: 2 }).map((some) => [...new Set(['id', ...some])]),
      ),
      effect: fc.oneof(
        { arbitrary: fc.constant('ALLOW'), weight: 4 },
        { arbitrary: fc.constant('DENY'), weight: 1 },
      ),
      serial: fc.nat(),
    })
    .chain(({ fields, effect, serial }) => {
      const asked = askedOfAll(fields.flatMap((field) => decided.get(field) ?? []));
      const anchors = ANCHORS.filter((anchor) =>
        (asked.askable as ReadonlySet<string>).has(anchor),
      );
      return fc
        .tuple(
          fc.constantFrom(...(anchors.length === 0 ? ANCHORS : anchors)),
          conditionOn(type, asked, schema),
        )
        .map(([anchor, when]) => ({
          name: `random ${type} ${serial}`,
          role,
          action: 'read',
          resource: type,
          fields,
          purposes: [...PURPOSES],
          effect,
          when: effect === 'ALLOW' ? { all: [{ holds: anchor }, when] } : when,
          clause: 'SHR-3.3.1',
        }));
    });
}
