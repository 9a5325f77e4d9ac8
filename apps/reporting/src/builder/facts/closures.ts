/** A family when its episode closes. */
export const CLOSURES_FACTS = `
select 'CLOSED' as measure, family_key as unit_key, agency_key, closed_month as from_month, null::date as until_month, locality, agency_kind, closure_reason
from reporting.deidentified_episode where closed_month is not null`;
