import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import type { Principal } from './principal.ts';
import type { Target } from './target.ts';

/** An address that is asked. */
export interface Address {
  readonly path: string;
  /** A purpose that it knows; null where it needs none. */
  readonly purpose: string | null;
  /** How often it is asked beside the others. */
  readonly weight: number;
}

/** An address and the schema it serves. */
export interface Surface extends Address {
  readonly schema: GraphQLSchema;
}

/** Reads an address's schema from the service itself, as a frontend would. @throws Error when it is not told */
export async function readSurface(
  target: Target,
  address: Address,
  principal: Principal,
): Promise<Surface> {
  const { path, purpose } = address;
  const query = getIntrospectionQuery({ descriptions: false });
  const request = { path, purpose, principal, query, variables: {}, operationName: null };
  const { body } = await target.send(request);
  const { data } = JSON.parse(body) as { readonly data?: IntrospectionQuery | null };
  if (data === undefined || data === null) throw new Error(`${path} does not tell its schema.`);
  return { ...address, schema: buildClientSchema(data) };
}
