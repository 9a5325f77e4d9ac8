/** A family each time its team met. */
export const TEAM_AROUND_FAMILY_FACTS = `
select kind.measure, family_key as unit_key, agency_key, held_month as from_month, null::date as until_month, locality, agency_kind
from reporting.deidentified_meeting cross join (values ('MET'), ('MET_FIRST')) as kind (measure)
where kind.measure = 'MET' or is_first`;
