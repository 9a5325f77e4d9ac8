/** Why a justification was not recorded, or nothing was decided about one; what each is about stands beside it. */
export const JUSTIFICATION_REFUSALS = {
  JUSTIFICATION_INCOMPLETE: {
    status: 422,
    message:
      'The justification is not complete, or not one that may be made; nothing was recorded.',
    remedy: 'Each finding names the part and what would be right. Mend them and send it again.',
  },
  JUSTIFICATION_NOT_YOURS: {
    status: 403,
    message: 'Only whom a justification is for, or who wrote it, may do this.',
    remedy: 'Ask them, or challenge it.',
  },
  JUSTIFICATION_DECIDER: {
    status: 403,
    message: 'This is for its approver, the deputy or the data protection officer to decide.',
    remedy: 'Ask one of them; the justification names the first two.',
  },
  APPROVER_MISSING: {
    status: 409,
    message: 'It needs somebody’s approval, and there is nobody who could give it.',
    remedy:
      'The roles named may approve it. Ask for somebody else to hold one of them, then send it again.',
  },
  REPORT_FOR_GRANTORS: {
    status: 403,
    message: 'Whoever can give access does not read the report about it.',
    remedy:
      'Ask somebody who holds none of the roles named, and held none in the time asked about.',
  },
} as const;
