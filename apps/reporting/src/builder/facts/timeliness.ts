/** A family at each first step of an episode, with the days it waited. */
export const TIMELINESS_FACTS = `
select step.measure, family_key as unit_key, agency_key, step.month as from_month, null::date as until_month, step.days as amount, locality, agency_kind
from reporting.deidentified_timeliness
cross join lateral (values ('ASSESSED', assessed_month, assessed_days), ('ASSESSED_IN_TIME', case when assessed_days <= 45 then assessed_month end, null),
  ('PLANNED', planned_month, planned_days), ('REVIEWED', reviewed_month, null), ('REVIEWED_IN_TIME', case when reviewed_days <= 42 then reviewed_month end, null)) as step (measure, month, days)
where step.month is not null`;
