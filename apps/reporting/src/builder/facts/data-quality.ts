/** Families as long as their record lacks something, and errors as they are put right. */
export const DATA_QUALITY_FACTS = `
select kind.measure, family_key as unit_key, agency_key, kind.from_month, kind.until_month, locality, agency_kind
from reporting.deidentified_quality
cross join lateral (values ('OPEN_AT_END', opened_month, closed_month),
  ('INCOMPLETE', opened_month, least(closed_month, case when num_nulls(assessed_month, planned_month, led_month) = 0 then greatest(assessed_month, planned_month, led_month) end)),
  ('NO_ASSESSMENT', opened_month, least(closed_month, assessed_month)), ('NO_PLAN', opened_month, least(closed_month, planned_month)),
  ('NO_LEAD', opened_month, least(closed_month, led_month)), ('STALE', (written_month + interval '3 months')::date, closed_month)) as kind (measure, from_month, until_month)
union all
select kind.measure, issue_key, null, corrected_month, null, 'NOT_KNOWN', agency_kind
from reporting.deidentified_correction cross join (values ('CORRECTED'), ('CORRECTED_IN_TIME')) as kind (measure)
where corrected_month is not null and (kind.measure = 'CORRECTED' or in_time)`;
