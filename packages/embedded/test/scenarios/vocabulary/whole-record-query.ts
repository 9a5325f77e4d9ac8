const ENTRY = 'id nature recordedBy { id }';

/** One episode's record with everything that is said of its people, so that whatever is hidden would show. */
export const WHOLE_RECORD = `query WholeRecord($reference: String!) {
  episode(reference: $reference) {
    id reference status reason
    assessment { id reasons sections { id area summary withheld { coordinate } } withheld { coordinate } }
    needs { id outcome description concerns { id } withheld { coordinate } }
    plan { id objective withheld { coordinate } actions { id goal responsible dueOn status familyRating concerns { id } withheld { coordinate } } }
    meetings { id heldOn attendees minutes outcome withheld { coordinate } }
    caseNotes { id text }
    leadProfessional { id name } team { id name }
    family {
      id reference address withheld { coordinate }
      households { id name addresses { id line town postcode } members { id } withheld { coordinate } }
      members {
        id givenName familyName dateOfBirth deceasedOn languages educationSetting gpPractice contactDetails nhsNumber ethnicity
        voice { ${ENTRY} words } safeguardingConcerns { ${ENTRY} concern } safetyAlerts { ${ENTRY} alert }
        groupWork { ${ENTRY} group } healthConditions { ${ENTRY} name } mentalHealth { ${ENTRY} summary }
        convictions { ${ENTRY} offence } domesticAbuse { ${ENTRY} description } attendance { ${ENTRY} period }
        housing { ${ENTRY} circumstance } employment { ${ENTRY} status } finance { ${ENTRY} circumstance }
        withheld { coordinate code clause }
      }
      agreement { status formVersion noticeExplainedOn signers { person { id } competence } exclusions { id } }
    }
    withheld { coordinate code }
  }
  episodes(first: 100) { totalCount edges { node { reference } } }
}`;
