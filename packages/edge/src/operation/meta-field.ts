/** The field that every composite type has. */
export const TYPENAME_FIELD = '__typename';

/** Tells the root fields that describe the schema, which no subgraph answers. */
export function isIntrospectionField(name: string): boolean {
  return name === '__schema' || name === '__type';
}
