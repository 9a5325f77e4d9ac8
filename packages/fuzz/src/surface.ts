import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import type { Principal } from './principal.ts';
import type { Target } from './target.ts';

/** An address and the schema it serves. */
export interface Surface {
  readonly path: string;
  readonly schema: GraphQLSchema;
  /** How often it is asked beside the others. */
  readonly weight: number;
}

/** Reads a surface's schema from the service itself, as a frontend would. @throws Error when it is not told */
export async function readSurface(
  target: Target,
  asked: Pick<Surface, 'path' | 'weight'> & {
    readonly principal: Principal;
    readonly purpose: string | null;
  },
): Promise<Surface> {
  const { path, weight, principal, purpose } = asked;
  const { body } = await target.send({
    path,
    principal,
    purpose,
    query: getIntrospectionQuery({ descriptions: false }),
    variables: {},
    operationName: null,
  });
  const { data } = JSON.parse(body) as { readonly data?: IntrospectionQuery | null };
  if (data === undefined || data === null) throw new Error(`${path} does not tell its schema.`);
  return { path, weight, schema: buildClientSchema(data) };
}
