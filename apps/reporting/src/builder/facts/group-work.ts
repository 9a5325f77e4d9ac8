/** A person as they begin, take part in and end group work. */
export const GROUP_WORK_FACTS = `
select kind.measure, person_key as unit_key, agency_key, kind.from_month, kind.until_month, locality
from reporting.deidentified_group_work
cross join lateral (values ('BEGAN', began_month, null::date), ('TAKING_PART', began_month, ended_month), ('COMPLETED', ended_month, null),
  ('ATTENDED', case when attended_most then ended_month end, null)) as kind (measure, from_month, until_month)
where kind.from_month is not null`;
