import type { Condition } from '@postern/policy';
import { conditionKey, or } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literals } from '../facts/literal.ts';
import { conditionSql } from '../predicates/condition.ts';
import type { RowBinding } from '../predicates/row-binding.ts';

/**
 * True for a row `r` of reach by whose grant the condition holds: the grant is in a role that a way asks for, and nobody's
 * else on the same episode (SHR-8.3.7h).
 */
export function throughGrant(ofEpisode: Condition, row: RowBinding): SQL {
  const ways = [...waysByRoles(ofEpisode).values()].map(
    ({ roles, ways: ofRoles }) =>
      sql`(${conditionSql(or(ofRoles), row)} AND r.role IN (${literals(roles)}))`,
  );
  return ways.length === 0 ? sql`false` : sql`(${sql.join(ways, sql` OR `)})`;
}

interface WaysOfRoles {
  readonly roles: readonly string[];
  readonly ways: Condition[];
}

/** The ways in which it holds through a grant, those together that ask for grants in the same roles. */
function waysByRoles(ofEpisode: Condition): ReadonlyMap<string, WaysOfRoles> {
  const found = new Map<string, WaysOfRoles>();
  const ways = ofEpisode.kind === 'OR' ? ofEpisode.parts : [ofEpisode];
  for (const way of ways) {
    const roles = rolesAsked(way);
    if (roles.length === 0) continue;
    const known = found.get(roles.join()) ?? { roles, ways: [] };
    known.ways.push(way);
    found.set(roles.join(), known);
  }
  return found;
}

function rolesAsked(way: Condition): readonly string[] {
  const parts = way.kind === 'AND' ? way.parts : [way];
  const roles = parts.flatMap((part) =>
    part.kind === 'HOLDS' && part.atom.predicate === 'grant.live' ? [part.atom.role] : [],
  );
  return [...new Set(roles)].sort();
}

/** By what the answer is known among those of a statement. */
export function throughGrantKey(ofEpisode: Condition): string {
  return `through ${conditionKey(ofEpisode)}`;
}
