/** A family each time somebody asked for help. */
export const CONTACTS_FACTS = `
select kind.measure, family_key as unit_key, agency_key, contact_month as from_month, null::date as until_month,
  locality, agency_kind, entry_route
from reporting.deidentified_contact
cross join (values ('CONTACTS'), ('LED_TO_HELP')) as kind (measure)
where kind.measure = 'CONTACTS' or led_to_help`;
