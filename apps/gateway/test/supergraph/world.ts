import type { GraphQLSchema } from 'graphql';
import { isAbstractType, isObjectType } from 'graphql';

/** An object of a world: `__typename` where it matters, and its fields; a field with arguments is a function of them. */
export type Thing = Record<string, unknown>;

/** What there is: the same objects answer for every subgraph and for the one schema they are compared with. */
export interface World {
  readonly roots: Readonly<Record<string, Thing>>;
  /** Everything that can be asked for by a key. */
  readonly entities: readonly Thing[];
}

/** What a subgraph makes of a representation: the entity, which keeps what it was asked by for fields that require it. */
export type Resolved = Thing & { readonly representation: Thing };

/** Finds the entity of a representation as the subgraph's schema knows it; null when there is none. */
export function resolveRepresentation(
  { entities }: World,
  representation: Thing,
  { subgraph, whole }: { readonly subgraph: GraphQLSchema; readonly whole: GraphQLSchema },
): Resolved | null {
  const typename = String(representation['__typename']);
  const type = whole.getType(typename);
  const isOfType = (entity: Thing): boolean => {
    const own = whole.getType(String(entity['__typename']));
    return (
      own === type || (isAbstractType(type) && isObjectType(own) && whole.isSubType(type, own))
    );
  };
  const entity = entities.find((each) => isOfType(each) && matches(each, representation));
  if (entity === undefined) return null;
  // A subgraph that knows an interface as an object knows no other type of what it stands for.
  const known = isObjectType(subgraph.getType(typename)) ? typename : entity['__typename'];
  return Object.assign(Object.create(entity), { representation, __typename: known });
}

function matches(thing: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return Array.isArray(thing) && wanted.every((item, index) => matches(thing[index], item));
  }
  if (typeof wanted !== 'object' || wanted === null) return (thing ?? null) === wanted;
  if (typeof thing !== 'object' || thing === null) return false;
  return Object.entries(wanted).every(
    ([key, value]) => key === '__typename' || matches((thing as Thing)[key], value),
  );
}
