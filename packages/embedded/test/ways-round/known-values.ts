/** One value of one record, as some answer showed it. */
export interface Shown {
  readonly coordinate: string;
  readonly id: string;
  readonly value: string;
}

/** Every value that an answer shows, wherever in it the record stands; ids and nulls show nothing. */
export function valuesIn(answer: unknown): readonly Shown[] {
  if (Array.isArray(answer)) return answer.flatMap(valuesIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const record = answer as Record<string, unknown>;
  const { __typename: type, id } = record;
  return Object.entries(record).flatMap(([field, value]) => {
    if (isLeaf(value)) {
      const shows = typeof id === 'string' && value !== null && !NAMES.has(field);
      return shows ? [{ coordinate: `${type}.${field}`, id, value: JSON.stringify(value) }] : [];
    }
    return valuesIn(value);
  });
}

/** Every record that an answer names. */
export function recordsIn(answer: unknown): readonly { type: string; id: string }[] {
  if (Array.isArray(answer)) return answer.flatMap(recordsIn);
  if (typeof answer !== 'object' || answer === null) return [];
  const { __typename: type, id } = answer as Record<string, unknown>;
  const below = Object.values(answer).flatMap(recordsIn);
  return typeof id === 'string' ? [{ type: String(type), id }, ...below] : below;
}

const NAMES = new Set(['id', '__typename']);

function isLeaf(value: unknown): boolean {
  if (Array.isArray(value))
    return value.length > 0 && value.every((item) => typeof item !== 'object');
  return typeof value !== 'object' || value === null;
}

/** What one caller gets directly, to hold every roundabout way against. */
export class KnownValues {
  readonly #values = new Map<string, string>();

  add(answer: unknown): void {
    for (const { coordinate, id, value } of valuesIn(answer))
      this.#values.set(`${coordinate} ${id}`, value);
  }

  /** Those values of an answer that are not what the caller gets directly. */
  beyond(answer: unknown): readonly Shown[] {
    return valuesIn(answer).filter(
      ({ coordinate, id, value }) => this.#values.get(`${coordinate} ${id}`) !== value,
    );
  }
}
