/** Families whose episode opened, and those of them who had been there within a year. */
export const RE_ENTRY_FACTS = `
select kind.measure, family_key as unit_key, agency_key, opened_month as from_month, null::date as until_month, locality, closure_reason
from reporting.deidentified_return cross join (values ('OPENED'), ('RETURNED')) as kind (measure)
where kind.measure = 'OPENED' or returned`;
