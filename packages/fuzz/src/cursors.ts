import { getNamedType } from 'graphql';
import type { FuzzAccount } from './fuzz-account.ts';
import { fieldsOf } from './grammar/ways-to-fields.ts';
import type { Surface } from './surface.ts';
import type { Target } from './target.ts';

/** Collects cursors that the accounts are given, for anybody to send back. */
export async function harvestCursors(
  target: Target,
  surfaces: readonly Surface[],
  accounts: readonly FuzzAccount[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path, schema } of surfaces) {
    const root = schema.getQueryType();
    for (const field of root === null || root === undefined ? [] : fieldsOf(root)) {
      if (!getNamedType(field.type).name.endsWith('Connection')) continue;
      for (const { principal, purposes } of accounts) {
        const [purpose] = purposes;
        if (purpose === undefined) continue;
        const query = `{ ${field.name}(first: 3) { edges { cursor } } }`;
        const request = { principal, purpose, path, query, variables: {}, operationName: null };
        const { body } = await target.send(request);
        found.push(...[...body.matchAll(/"cursor":"([^"]+)"/g)].map(([, cursor]) => cursor ?? ''));
      }
    }
  }
  return found;
}
