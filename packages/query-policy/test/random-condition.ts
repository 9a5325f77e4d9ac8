import type { ConditionTemplate } from '@postern/policy';
import fc from 'fast-check';

/** Texts that break filters which quote, match patterns or fold case by themselves. */
export const HOSTILE_TEXTS = [
  '',
  ' ',
  "O'Oak",
  `' OR '1'='1`,
  `"; DROP TABLE sample.record; --`,
  '100%_',
  '\\',
  '$1',
  '{}',
  'NULL',
  'true',
  '1',
  'Łąka🌿',
  'é',
  'e\u0301',
  '\ufffd',
  'oak',
  'Oak',
] as const;

const texts = fc.constantFrom(...HOSTILE_TEXTS);
const numbers = fc.constantFrom(-2, -1, 0, 0.5, 1, 2.5, 1e300, -1e-7);
const scalar = fc.oneof(
  { arbitrary: texts, weight: 4 },
  { arbitrary: numbers, weight: 3 },
  { arbitrary: fc.constantFrom(true, false), weight: 1 },
  { arbitrary: fc.constant(null), weight: 2 },
);

const equality = fc.oneof(
  scalar,
  fc.record({ $eq: scalar }),
  fc.record({ $ne: scalar }),
  fc.record({ $in: fc.array(scalar, { maxLength: 4 }) }),
  fc.record({ $nin: fc.array(scalar, { maxLength: 4 }) }),
);
const order = fc.oneof(
  fc.record({ $lt: numbers }),
  fc.record({ $lte: numbers }),
  fc.record({ $gt: numbers }),
  fc.record({ $gte: numbers }),
  fc.record({ $gte: numbers, $lt: numbers }),
);

/** Comparisons on the given attributes, ordered ones on numbers only. */
export function comparisons(attributes: {
  readonly plain: readonly string[];
  readonly numeric: readonly string[];
}): fc.Arbitrary<ConditionTemplate> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom(...attributes.plain, ...attributes.numeric), equality)
      .map(([name, test]) => ({ where: { [name]: test } })),
    fc
      .tuple(fc.constantFrom(...attributes.numeric), order)
      .map(([name, test]) => ({ where: { [name]: test } })),
  );
}

/** Conditions a few operators deep over the given single tests. */
export function conditionsOver(
  leaf: fc.Arbitrary<ConditionTemplate>,
): fc.Arbitrary<ConditionTemplate> {
  return fc.letrec<{ condition: ConditionTemplate }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('condition'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('condition').map((not) => ({ not })),
    ),
  })).condition;
}
