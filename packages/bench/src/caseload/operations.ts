/** What the gate is asked: a team member's caseload, as a casework screen opens with it (about 30 kB). */
export const CASELOAD = caseload('');

/** The same with fields that need a justification each. */
export const MASKED_CASELOAD = caseload(
  'ethnicity religion disabilities { name } healthConditions { name } convictions { offence } attendance { percentage } nhsNumber',
);

/** Episodes in one caseload. */
export const CASELOAD_SIZE = 20;

function caseload(more: string): string {
  return `query Caseload {
  episodes(first: 20) { edges { node {
    id reference status levelOfNeed openedOn
    family {
      reference
      households { name addresses { line town postcode } }
      members { givenName familyName dateOfBirth gender ${more} }
    }
    team { name jobTitle agency { name kind } }
    needs { outcome identifiedOn metOn }
    plan { actions { goal responsible dueOn status } }
  } } }
}`;
}
