import type { Looking } from '../guards/in-pool.ts';

/** Somebody known here whom an item may be about. */
export interface Proposal {
  readonly person: string;
  readonly agrees: readonly string[];
  readonly support: 'BEFORE' | 'NONE' | 'NOW';
}

/** Whom an item may be about, those with most in common first; nobody is matched by it (PN-auto). */
export function proposalsOf(
  { statements, principal, now }: Looking,
  item: string,
): Promise<readonly Proposal[]> {
  return statements.run<Proposal & Record<string, unknown>>({
    text: `SELECT person, agrees, support FROM families.import_proposals($1::uuid, $2::uuid, $3::timestamptz)
      ORDER BY cardinality(agrees) DESC, person LIMIT 20`,
    values: [item, principal.accountId, now.toISOString()],
  });
}
