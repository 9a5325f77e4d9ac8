import fc from 'fast-check';
import type { PredicateName, Purpose } from '../src/index.ts';
import { PREDICATES } from '../src/index.ts';
import { dictionary } from './small-dictionary.ts';

const names = Object.keys(PREDICATES) as PredicateName[];
const number = fc.constantFrom(-2, 0, 1, 2.5);
const scalar = fc.oneof(number, fc.constantFrom('', 'a', 'b', '1', true, false, null));

const comparison = fc.oneof(
  scalar,
  fc.record({ $eq: scalar }),
  fc.record({ $ne: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 3 }) }),
  fc
    .record({ $lt: number, $gte: number }, { requiredKeys: [] })
    .filter((test) => Object.keys(test).length > 0),
  fc.record({ $lte: number }),
  fc.record({ $gt: number }),
);

/** Attributes of every row that random conditions are tried on; none is ever absent. */
export const attributes = fc.record({
  kind: fc.oneof(scalar, fc.array(scalar, { maxLength: 2 })),
  rating: fc.oneof(number, fc.constant(null), fc.date({ noInvalidDate: true })),
});

/** A stored condition of the language, a few operators deep. */
export const when = fc.letrec<{ when: unknown }>((tie) => ({
  when: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(
      { arbitrary: fc.constantFrom(...names).map((name) => ({ holds: name })), weight: 5 },
      { arbitrary: fc.constant('always'), weight: 1 },
      {
        arbitrary: fc
          .record({ kind: comparison, rating: comparison }, { requiredKeys: [] })
          .filter((where) => Object.keys(where).length > 0)
          .map((where) => ({ where })),
        weight: 2,
      },
    ),
    fc.array(tie('when'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('when'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('when').map((not) => ({ not })),
  ),
})).when;

/** The body of a stored rule about persons or episodes, in one of two roles, for one or two purposes. */
export function storedRule(effect: 'ALLOW' | 'DENY'): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      resource: fc.constantFrom('Person', 'Episode', 'HealthCondition'),
      role: fc.constantFrom('TAF_MEMBER', 'TAF_MEMBER', 'LEAD_PROFESSIONAL'),
      purposes: fc.constantFrom<readonly Purpose[]>(
        ['COORDINATE_SUPPORT'],
        ['COORDINATE_SUPPORT', 'SAFEGUARDING'],
        ['SAFEGUARDING'],
      ),
      when,
    })
    .chain((drawn) =>
      fc.subarray([...(dictionary.get(drawn.resource)?.keys() ?? [])].slice(1)).map((fields) => ({
        name: 'drawn',
        action: 'read',
        effect,
        clause: 'SHR-3.3.1',
        ...drawn,
        fields: ['id', ...fields],
      })),
    );
}

/** A few rules, permissions and denials mixed. */
export const storedPolicy = fc.array(
  fc.oneof(
    { arbitrary: storedRule('ALLOW'), weight: 4 },
    { arbitrary: storedRule('DENY'), weight: 1 },
  ),
  { minLength: 1, maxLength: 5 },
);
