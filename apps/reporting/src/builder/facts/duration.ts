/** Families whose episode closed, with its days, and those whose episode goes on past a year. */
export const DURATION_FACTS = `
select 'CLOSED' as measure, family_key as unit_key, agency_key, closed_month as from_month, null::date as until_month, duration_days as amount, locality, level_of_need,
  case when duration_days <= 30 then '0_30' when duration_days <= 90 then '31_90' when duration_days <= 180 then '91_180'
    when duration_days <= 365 then '181_365' else '366' end as duration_band
from reporting.deidentified_episode where closed_month is not null
union all
select 'OVER_A_YEAR', family_key, agency_key, (opened_month + interval '12 months')::date, closed_month, null, locality, level_of_need, '366'
from reporting.deidentified_episode`;
