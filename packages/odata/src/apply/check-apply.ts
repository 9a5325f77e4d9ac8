import { Refusal } from '@postern/errors';
import { checkExpression, namesOf } from '../expression/check.ts';
import { heldTo } from '../expression/held-to.ts';
import type { EntitySet, Property, Value } from '../model/entity-set.ts';
import { propertyOf } from '../model/entity-set.ts';
import { malformed, unsupported } from '../refusing.ts';
import type { Aggregate, Apply, Grouping } from './apply.ts';

const OPTION = '$apply';

/**
 * What the rows have once it is done with them; refuses what cannot be done, by the question alone.
 * @throws Refusal QUERY_OPTION_INVALID, QUERY_OPTION_UNSUPPORTED, SUM_NOT_OF_ONE_KIND
 */
export function propertiesAfter(apply: Apply, set: EntitySet): readonly Property[] {
  if (apply.before !== null) checkExpression(apply.before, set, OPTION);
  if (apply.grouping === null) return set.properties;
  checkSums(apply, apply.grouping, set);
  const properties = [
    ...apply.grouping.by.map((name) => grouped(name, set)),
    ...apply.grouping.aggregates.map((aggregate) => made(aggregate, set)),
  ];
  if (new Set(properties.map(({ name }) => name)).size < properties.length)
    throw malformed(OPTION, 'a name of its own for every column');
  if (apply.after !== null) checkExpression(apply.after, { properties }, OPTION);
  return properties;
}

function grouped(name: string, set: EntitySet): Property {
  const property = propertyOf(set, name);
  if (property === undefined) throw malformed(OPTION, namesOf(set));
  return property;
}

function made(aggregate: Aggregate, set: EntitySet): Property {
  const { as: name } = aggregate;
  if (propertyOf(set, name) !== undefined)
    throw malformed(OPTION, 'a name that the table does not have yet after "as"');
  if (aggregate.kind === 'COUNT')
    return { name, type: 'Edm.Int32', nullable: false, description: 'How many rows.' };
  if (propertyOf(set, aggregate.property) === undefined) throw malformed(OPTION, namesOf(set));
  if (aggregate.property !== set.aggregable?.property)
    throw unsupported(
      OPTION,
      set.aggregable === null
        ? 'groupby and $count in this table'
        : `aggregates of ${set.aggregable.property}`,
    );
  const counts = aggregate.method === 'countdistinct';
  return {
    name,
    type: counts ? 'Edm.Int32' : 'Edm.Decimal',
    nullable: !counts,
    description: `${aggregate.method} of ${aggregate.property}`,
  };
}

/** Different measures or periods, a total beside its parts, or what is no count are never added up by accident. */
function checkSums(
  { before }: Apply,
  { by, aggregates }: Grouping,
  { aggregable }: EntitySet,
): void {
  const sums = aggregates.some((each) => each.kind === 'OF' && each.method === 'sum');
  if (!sums || aggregable === null) return;
  const { apart, cuts, only } = aggregable;
  const among = (name: string): ReadonlySet<Value> | null =>
    by.includes(name) ? new Set() : heldTo(before, name);
  const mixed = [
    ...apart.filter((name) => (among(name)?.size ?? 2) > 1),
    ...cuts.columns.filter((name) => {
      const values = among(name);
      return values === null || (values.size > 1 && values.has(cuts.whole));
    }),
    ...(only === null || [...(heldTo(before, only.column) ?? [])].join() === only.value
      ? []
      : [only.column]),
  ];
  if (mixed.length > 0) throw new Refusal('SUM_NOT_OF_ONE_KIND', { columns: mixed });
}
