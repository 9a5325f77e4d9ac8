const PROVENANCE = 'nature recordedAt recordedBy { id name } recordedByAgency { id name }';

/** One episode's record, with the list beside it: whatever a rule lets through shows here. */
export const RECORD = `query Record($reference: String!) {
  episode(reference: $reference) {
    id reference status reason
    assessment { id reasons ${PROVENANCE} sections { area summary strengths ${PROVENANCE} } }
    needs { outcome description metOn ${PROVENANCE} }
    plan { objective ${PROVENANCE} actions { goal status familyRating ${PROVENANCE} } }
    meetings { heldOn attendees minutes outcome ${PROVENANCE} }
    family {
      reference address
      households { name addresses { line postcode } }
      members { id givenName familyName dateOfBirth deceasedOn educationSetting }
      agreement { status signedAt signers { person { id } competence } exclusions { id scope viable reason } }
    }
    leadProfessional { id name } team { id name agency { name kind } }
    grants { id role workingRelationship revokedCause practitioner { id } }
    withheld { coordinate code }
  }
  episodes(first: 100) { totalCount edges { node { reference } } }
}`;

/** The members of an episode's family with what is held of them by class. */
export const PEOPLE = `query People($reference: String!) {
  episode(reference: $reference) { id reference family { members {
    id deceasedOn educationSetting
    healthConditions { name ${PROVENANCE} } convictions { offence ${PROVENANCE} }
    attendance { period percentage ${PROVENANCE} } housing { circumstance ${PROVENANCE} }
    socialCare { status detail ${PROVENANCE} } nhsNumber
    withheld { coordinate code clause remedy }
  } } }
}`;
