/** Why a step in the life of an agency was not taken, beside those of every step. */
export const AGENCY_REFUSALS = {
  AGENCY_NOT_READY: {
    status: 409,
    message: 'The agency lacks what it needs for this step.',
    remedy: 'Record what "findings" name, then try again.',
  },
  SECOND_AGENCY: {
    status: 403,
    message:
      'This is decided jointly: not by the agency it is about, nor twice by the agency that proposed it.',
    remedy: 'Ask somebody who speaks for another agency of the partnership.',
  },
  DECISION_PENDING: {
    status: 409,
    message: 'Something else is already proposed about this agency.',
    remedy: 'Have it decided first: decideOnSuspension.',
  },
  NOTHING_TO_DECIDE: {
    status: 409,
    message: 'Nothing is proposed about this agency.',
    remedy: 'Propose it first: suspendAgency or liftSuspension.',
  },
} as const;
