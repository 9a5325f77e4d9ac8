import type { AtomOf, PredicateName } from '@postern/policy';
import { hiddenWith } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from '../facts/literal.ts';
import type { RowBinding } from './row-binding.ts';

/** The SQL form of one predicate; undefined where the row has nothing that it could speak about, which is false. */
type SqlForm<N extends PredicateName> = (atom: AtomOf<N>, row: RowBinding) => SQL | undefined;

/** One SQL form for each predicate of the closed list: a missing one does not compile. */
const SQL_FORMS: { readonly [N in PredicateName]: SqlForm<N> } = {
  'grant.live': (atom) => sql`${literal(atom.role)} = ANY (r.roles)`,
  'episode.open': () => sql.raw('r.open'),
  'episode.steppedUp': () => sql.raw('r.stepped_up'),
  'episode.underScreening': () => sql.raw('r.under_screening'),
  'agreement.inForce': () => sql.raw('r.agreement_in_force'),
  'conflict.declared': () => sql.raw('r.conflict_declared'),
  'exclusion.wholeAgency': () => sql.raw('r.agency_excluded'),
  'exclusion.details': (atom, row) =>
    exclusionBinds(row) === undefined
      ? undefined
      : sql`coalesce(x.coordinates && ARRAY[${literals(hiddenWith(atom.coordinate))}], false)`,
  'justification.covers': (atom, row) =>
    row.personId === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM unlocked u WHERE u.episode_id = r.episode_id AND u.person_id = r.concerned_id AND u.class = ${literal(atom.class)})`,
  'entry.ownAgency': (_atom, row) =>
    row.agencyId === undefined ? undefined : sql`coalesce(${row.agencyId} = p.agency_id, false)`,
  'exclusion.ofOwnAgency': (_atom, row) =>
    row.excludedAgencyId === undefined
      ? undefined
      : sql`coalesce(${row.excludedAgencyId} = p.agency_id, false)`,
  'account.self': (_atom, row) =>
    row.accountId === undefined ? undefined : sql`coalesce(${row.accountId} = p.id, false)`,
};

/** The SQL of a predicate on a row: `p` is the gate, `r` the row of reach it is seen through, `x` its excluded details. */
export function atomSql<N extends PredicateName>(
  atom: AtomOf<N>,
  row: RowBinding,
): SQL | undefined {
  const form = SQL_FORMS[atom.predicate as N] as SqlForm<N>;
  return form(atom, row);
}

/** The SQL that tells which excluded details bind a row (as alias `e` of excluded); undefined where none can. */
export function exclusionBinds(row: RowBinding): SQL | undefined {
  if (row.personId !== undefined) return sql`e.person_id = ${row.personId}`;
  if (row.link.kind === 'EPISODE') return sql`e.episode_id = ${row.link.episodeId}`;
  if (row.link.kind === 'FAMILY') return sql`e.family_id = ${row.link.familyId}`;
  return undefined;
}
