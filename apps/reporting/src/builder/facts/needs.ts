/** A family for each of its needs: as it is identified and met, while it is helped, and when its episode closes, with all needs of the episode. */
export const NEEDS_FACTS = `
with of_episode as (
  select episode_key, count(*) as needs, bool_and(met_month is not null) as all_met, (array_agg(identified_month order by identified_month))[3] as third_month
  from reporting.deidentified_need group by episode_key
)
select kind.measure, need.family_key as unit_key, need.episode_key as part_key, need.agency_key, kind.from_month, kind.until_month, kind.amount, need.locality, need.outcome
from reporting.deidentified_need as need join of_episode using (episode_key)
cross join lateral (values ('IDENTIFIED', need.identified_month, null::date, null::bigint), ('MET', need.met_month, null, null),
  ('WITH_NEEDS', greatest(need.opened_month, need.identified_month), need.closed_month, null),
  ('THREE_OR_MORE', case when third_month is not null then greatest(need.opened_month, need.identified_month, third_month) end, need.closed_month, null),
  ('CLOSED_WITH_NEEDS', need.closed_month, null, needs), ('ALL_MET', case when all_met then need.closed_month end, null, null)) as kind (measure, from_month, until_month, amount)
where kind.from_month is not null`;
