/** An object of an answer in the making; its keys are looked up as own properties only. */
export type AnswerObject = Record<string, unknown>;

/** Tells whether a value that a subgraph sent is an object with fields. */
export function isAnswerObject(value: unknown): value is AnswerObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads an own property: a name such as `constructor` never reaches a prototype. */
export function own(object: AnswerObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
