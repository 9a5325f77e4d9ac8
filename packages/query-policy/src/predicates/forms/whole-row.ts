import type { AgencyKind } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { literals } from '../../facts/literal.ts';
import { TODAY } from '../../facts/live.ts';
import type { RowBinding } from '../row-binding.ts';

/** A test on something that not every row has; false, not null, where the row's own is missing. */
export function whereBound<Bound>(
  bound: Bound | undefined,
  test: (bound: Bound) => SQL,
): SQL | undefined {
  return bound === undefined ? undefined : sql`coalesce(${test(bound)}, false)`;
}

/** The caller works for an agency of one of these kinds; a family member for none. */
export function ofAgencyKind(kinds: readonly AgencyKind[]): SQL {
  return sql`coalesce(p.agency_kind IN (${literals(kinds)}), false)`;
}

/** Taken in no more than twelve months ago (DEV-A3-12m). */
export function received({ receivedOn }: RowBinding): SQL | undefined {
  return whereBound(
    receivedOn,
    (on) => sql`(${on} > (${TODAY} - interval '12 months')::date AND ${on} <= ${TODAY})`,
  );
}
