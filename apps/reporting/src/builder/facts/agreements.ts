/** Families as long as they are helped, agree, and keep somebody out, and as they sign and withdraw. */
export const AGREEMENTS_FACTS = `
select 'OPEN_AT_END' as measure, family_key as unit_key, agency_key, opened_month as from_month, closed_month as until_month, locality, agency_kind
from reporting.deidentified_episode
union all
select kind.measure, family_key, agency_key, kind.from_month, kind.until_month, locality, agency_kind
from reporting.deidentified_agreement
cross join lateral (values ('AGREED', greatest(opened_month, signed_month), least(closed_month, withdrawn_month), signed_month),
  ('EXCLUDING', greatest(opened_month, excluded_month), least(closed_month, admitted_month), excluded_month),
  ('SIGNED', signed_month, null, signed_month), ('WITHDRAWN', withdrawn_month, null, withdrawn_month)) as kind (measure, from_month, until_month, given)
where kind.given is not null`;
