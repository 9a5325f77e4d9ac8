/** A family's episodes as they open, close and stand. */
export const EPISODE_FACTS = `
select kind.measure, family_key as unit_key, agency_key,
  case kind.measure when 'CLOSED' then closed_month else opened_month end as from_month,
  closed_month as until_month, locality, ward, agency_kind, level_of_need
from reporting.deidentified_episode
cross join (values ('OPENED'), ('CLOSED'), ('OPEN_AT_END')) as kind (measure)
where kind.measure <> 'CLOSED' or closed_month is not null`;
