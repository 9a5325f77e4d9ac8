/** The roles of a family member's account; a practitioner's account cannot hold them, and theirs holds no other. */
export const FAMILY_ROLES: readonly string[] = ['FAMILY_MEMBER', 'YOUNG_PERSON'];

/** The one role of an agency that has signed its confidentiality agreement instead of the agreement (SHR-8.4.4b). */
export const UNSIGNED_AGENCY_ROLES: readonly string[] = ['THIRD_PARTY'];
