import type { AtomOf, Coordinate, PredicateName } from '@postern/policy';
import { hiddenWith, OVERRIDE_ROLE } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literal, literals } from '../facts/literal.ts';
import { concernsOnlyMine, isChildOfMine, isMyHousehold, isSelf } from './forms/kin.ts';
import { isOpenToParents, limitHides } from './forms/limit.ts';
import { isParty } from './forms/party.ts';
import { isFreeToOversee, isPicked } from './forms/proceeding.ts';
import { isPurposeLocked } from './forms/purpose-lock.ts';
import { coversReachedPerson, isReachedPerson } from './forms/reached-person.ts';
import { coversEveryone, isOfStricterClass } from './forms/stricter-class.ts';
import { ofAgencyKind, received, whereBound } from './forms/whole-row.ts';
import { canBeHidden } from './hidden-details.ts';
import type { RowBinding } from './row-binding.ts';
import { whoseOf } from './row-binding.ts';

/** The SQL form of one predicate; undefined where the row has nothing that it could speak about, which is false. */
type SqlForm<N extends PredicateName> = (atom: AtomOf<N>, row: RowBinding) => SQL | undefined;

/** One SQL form for each predicate of the closed list: a missing one does not compile. */
const SQL_FORMS: { readonly [N in PredicateName]: SqlForm<N> } = {
  'grant.live': ({ role, namesNobody }) =>
    sql`${literal(role)} = ANY (${sql.raw(namesNobody === true ? 'r.wide_roles' : 'r.roles')})`,
  'episode.open': () => sql.raw('r.open'),
  'episode.steppedUp': () => sql.raw('r.stepped_up'),
  'episode.underScreening': () => sql.raw('r.under_screening'),
  'episode.concernsMe': () => sql.raw('r.own'),
  'episode.earlier': (atom) => sql`${literal(atom.role)} = ANY (r.later_roles)`,
  'proceeding.live': (atom) => sql`${literal(atom.role)} = ANY (r.proceeding_roles)`,
  'proceeding.onBasis': (atom) => sql`${literal(atom.role)} = ANY (r.based_roles)`,
  'agreement.inForce': () => sql.raw('r.agreement_in_force'),
  'conflict.declared': () => sql.raw('r.conflict_declared'),
  'exclusion.wholeAgency': () => sql.raw('r.agency_excluded'),
  'override.live': () => sql`${literal(OVERRIDE_ROLE)} = ANY (r.roles)`,
  'detail.hidden': ({ coordinate }, row) => isAmong(sql`x.coordinates`, coordinate, row),
  'detail.restricted': ({ coordinate }, row) => isAmong(sql`x.restricted`, coordinate, row),
  'limit.hides': (atom, row) => limitHides(atom.coordinate, row),
  'limit.openToParents': (_atom, row) => isOpenToParents(row),
  'justification.covers': (atom, row) => {
    const dataClass = literal(atom.class);
    return isReachedPerson(row)
      ? coversReachedPerson(dataClass, whoseOf(row))
      : coversEveryone(dataClass, row);
  },
  'entry.ownAgency': (_atom, row) => whereBound(row.agencyId, (id) => sql`${id} = p.agency_id`),
  'entry.stricterClass': (_atom, row) => isOfStricterClass(row),
  'entry.purposeLocked': (_atom, row) => isPurposeLocked(row),
  'entry.concernsOnlyMine': (_atom, row) => concernsOnlyMine(row),
  'transfer.includes': (_atom, row) => isPicked(row),
  'person.self': (_atom, row) => isSelf(row),
  'person.childOfMine': (_atom, row) => isChildOfMine(row),
  'household.mine': (_atom, row) => isMyHousehold(row),
  'pool.current': (_atom, row) => received(row),
  'agency.health': () => ofAgencyKind(['HEALTH']),
  'agency.education': () => ofAgencyKind(['SCHOOL', 'EARLY_YEARS']),
  'agency.party': (_atom, row) => isParty(row),
  'oversight.free': (_atom, row) => isFreeToOversee(row),
  'exclusion.ofOwnAgency': (_atom, row) =>
    whereBound(row.excludedAgencyId, (id) => sql`${id} = p.agency_id`),
  'account.self': (_atom, row) => whereBound(row.accountId, (id) => sql`${id} = p.id`),
};

function isAmong(details: SQL, coordinate: Coordinate, row: RowBinding): SQL | undefined {
  return canBeHidden(row)
    ? sql`coalesce(${details} && ARRAY[${literals(hiddenWith(coordinate))}], false)`
    : undefined;
}

/** The SQL of a predicate on a row: `p` is the gate, `r` the row of reach it is seen through, `x` its hidden details. */
export function atomSql<N extends PredicateName>(
  atom: AtomOf<N>,
  row: RowBinding,
): SQL | undefined {
  const form = SQL_FORMS[atom.predicate as N] as SqlForm<N>;
  return form(atom, row);
}
