/** Decisions about access, and the accounts that they are about. */
export const ACCESS_GOVERNANCE_FACTS = `
select kind.measure, grant_key as unit_key, null::bytea as agency_key, kind.from_month, kind.until_month, null::numeric as amount, agency_kind, 'NOT_KNOWN' as data_class
from reporting.deidentified_grant
cross join lateral (values ('GRANTS_LIVE', began_month, ended_month), ('GRANTS_ENDED', ended_month, null)) as kind (measure, from_month, until_month)
where kind.from_month is not null
union all
select kind.measure, removal_key, null, told_month, null, hours, agency_kind, 'NOT_KNOWN'
from reporting.deidentified_removal cross join (values ('REMOVED'), ('REMOVED_IN_TIME')) as kind (measure)
where kind.measure = 'REMOVED' or in_time
union all
select measure, decision_key, null, decided_month, null, null, agency_kind, data_class from reporting.deidentified_decision
union all
select measure, worker_key, null, from_month, until_month, null, agency_kind, 'NOT_KNOWN' from reporting.deidentified_worker`;
