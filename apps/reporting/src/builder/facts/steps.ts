/** Families whose episode closed, those of them that social care took over, and those that it sent. */
export const STEPS_FACTS = `
select kind.measure, family_key as unit_key, agency_key, closed_month as from_month, null::date as until_month, locality
from reporting.deidentified_episode cross join (values ('CLOSED'), ('STEPPED_UP')) as kind (measure)
where closed_month is not null and (kind.measure = 'CLOSED' or closure_reason = 'STEP_UP')
union all
select 'FROM_SOCIAL_CARE', family_key, agency_key, contact_month, null, locality from reporting.deidentified_contact where entry_route = 'SOCIAL_CARE'`;
