import { randomBytes } from 'node:crypto';

const WITHHELD = 'withheld { coordinate code clause remedy }';

/** What the data is for, the same for everybody. */
export const PURPOSE = 'COORDINATE_SUPPORT';

/** The one query that everybody sends; its name is this run's own, so that the ledger's rows for it can be found. */
export interface Question {
  readonly operationName: string;
  readonly query: string;
}

export function newQuestion(): Question {
  const operationName = `Tour_${randomBytes(6).toString('hex')}`;
  return {
    operationName,
    query: `query ${operationName}($reference: String!) {
  episode(reference: $reference) {
    reference status levelOfNeed
    leadProfessional { name }
    family {
      reference address
      members {
        id givenName familyName
        ethnicity
        healthConditions { name }
        convictions { offence }
        attendance { period percentage }
        nhsNumber
        ${WITHHELD}
      }
      agreement { status exclusions { agency { name } } ${WITHHELD} }
      ${WITHHELD}
    }
    needs { outcome }
    plan { actions { goal } }
    meetings { heldOn minutes }
    ${WITHHELD}
  }
}`,
  };
}
