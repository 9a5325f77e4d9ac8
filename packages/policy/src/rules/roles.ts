/** The roles of a family member's account; a practitioner's account cannot hold them, and theirs holds no other. */
export const FAMILY_ROLES: readonly string[] = ['FAMILY_MEMBER', 'YOUNG_PERSON'];

/** The one role of an agency that has signed its confidentiality agreement instead of the agreement (SHR-8.4.4b). */
export const UNSIGNED_AGENCY_ROLES: readonly string[] = ['THIRD_PARTY'];

/**
 * The role in which an override is read. Nobody is given it: whoever took an override to protect somebody has it while that
 * is live, and in no other way does access come in it (SHR-3.5L-e).
 */
export const OVERRIDE_ROLE = 'OVERRIDE_HOLDER';
