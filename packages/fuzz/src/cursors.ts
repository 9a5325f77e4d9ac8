import { getNamedType, isObjectType } from 'graphql';
import { fieldsOf } from './grammar/ways-to-fields.ts';
import type { Target } from './target.ts';
import type { World } from './world.ts';

/** Collects cursors that the accounts are given, for anybody to send back. */
export async function harvestCursors(world: World, target: Target): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path, schema } of world.surfaces) {
    const root = schema.getQueryType();
    for (const field of root === null || root === undefined ? [] : fieldsOf(root)) {
      const connection = getNamedType(field.type);
      if (!connection.name.endsWith('Connection') || !isObjectType(connection)) continue;
      for (const { principal, purposes } of world.accounts) {
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
