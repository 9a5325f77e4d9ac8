import type { EntitySet, Row, Value } from './entity-set.ts';
import { propertyOf } from './entity-set.ts';

const INSTANTS = new Map<string, number>();
const MOST_INSTANTS = 10_000;

/** What values are compared as: moments as instants, however they are written. */
export function comparableOf(value: Value, isMoment: boolean): Value {
  return isMoment && typeof value === 'string' ? instantOf(value) : value;
}

/** Rows share few moments, and a question compares them often: each is read once. */
function instantOf(text: string): number {
  const known = INSTANTS.get(text);
  if (known !== undefined) return known;
  const instant = Date.parse(text);
  if (INSTANTS.size >= MOST_INSTANTS) INSTANTS.clear();
  INSTANTS.set(text, instant);
  return instant;
}

/** Tells which properties of a set are moments. */
export function momentsOf(set: Pick<EntitySet, 'properties'>): (property: string) => boolean {
  return (name) => propertyOf(set, name)?.type === 'Edm.DateTimeOffset';
}

/** By which property rows are ordered, and which way. */
export interface Ordering {
  readonly property: string;
  readonly descending: boolean;
}

/** Orders rows by each in turn; null comes before every value (OData Protocol 4.01 section 11.2.6.2). */
export function inOrder(
  rows: readonly Row[],
  by: readonly Ordering[],
  set: Pick<EntitySet, 'properties'>,
): readonly Row[] {
  const isMoment = momentsOf(set);
  const orderings = by.map(({ property, descending }) => ({
    property,
    sign: descending ? -1 : 1,
    moment: isMoment(property),
  }));
  return rows.toSorted((one, other) => {
    for (const { property, sign, moment } of orderings) {
      const order = valueOrder(
        comparableOf(one[property] ?? null, moment),
        comparableOf(other[property] ?? null, moment),
      );
      if (order !== 0) return sign * order;
    }
    return 0;
  });
}

function valueOrder(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}
