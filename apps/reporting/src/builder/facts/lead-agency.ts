/** Families as long as somebody leads. */
export const LEAD_AGENCY_FACTS = `
select 'LED' as measure, family_key as unit_key, agency_key, from_month, until_month, locality, agency_kind from reporting.deidentified_lead`;
