/** A child as its family is helped. */
export const EQUALITY_FACTS = `
select kind.measure, child_key as unit_key, agency_key, opened_month as from_month, closed_month as until_month, locality, age_band, ethnicity, disability, language
from reporting.deidentified_child cross join (values ('CHILDREN_HELPED'), ('CHILDREN_REACHED')) as kind (measure)`;
