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
  LAST_PROVIDER: {
    status: 409,
    message: 'No other provider speaks for this agency: nobody of it could sign in any more.',
    remedy:
      'Have another one confirmed first, or send "evenIfLast: true" to shut everybody of the agency out.',
  },
  HOST_LOCKED_OUT: {
    status: 409,
    message:
      'Without this provider nobody of the host team, or too few of those who could let one speak again, could sign in.',
    remedy:
      'Have another provider confirmed for their agency and invite them anew to sign in by it; then end this one.',
  },
} as const;
