/** Why access to an episode was not given, ended or changed. */
export const GRANT_REFUSALS = {
  NOT_A_GRANTOR: {
    status: 403,
    message: 'You do not give or end access to this episode.',
    remedy: 'Ask somebody who holds one of the roles named.',
  },
  GRANT_NOT_POSSIBLE: {
    status: 409,
    message: 'This access cannot be given as it was asked for.',
    remedy:
      'Everything that stands against it is named; mend it and send it again. Where a child is at risk now, ring the contact point, or 999.',
  },
  ALREADY_LEADS: {
    status: 409,
    message: 'They lead this episode already.',
    remedy: 'Name somebody else, or leave it as it is.',
  },
  ACTS_FOR_LEAD: {
    status: 403,
    message: 'You act for the lead of this episode, and do not decide who leads it or stands in.',
    remedy: 'Ask the lead, or somebody who holds one of the roles named.',
  },
  ACCESS_OF_REVIEW: {
    status: 403,
    message:
      'This access is of an audit or a review, and those whose work it looks at do not end it.',
    remedy:
      'Wait for its end, have the audit or review completed, or ask the data protection officer.',
  },
  HOST_NOT_REMOVED: {
    status: 409,
    message: 'The host keeps the record of every family, and is not kept out of one.',
    remedy:
      'Name the practitioner whom the family does not want. A family that wants no work with the host withdraws its agreement.',
  },
  TOO_MANY_REQUESTS: {
    status: 429,
    message: 'You have asked for access too often within a day.',
    remedy:
      'Ring the host team, or wait a day. Where a child is at risk now, ring the contact point, or 999.',
  },
  OVERRIDE_NOT_EXTENDED: {
    status: 409,
    message: 'A safeguarding override is not extended, and neither is what it opened.',
    remedy: 'Ask for access in the ordinary way, or record another override with its own reasons.',
  },
  OVERRIDE_READS: {
    status: 409,
    message: 'A safeguarding override reads, and writes nothing about the episode.',
    remedy:
      'Ring those who work with the family, or whoever protects. To write about it, ask for access in the ordinary way.',
  },
  OVERRIDE_STANDS: {
    status: 409,
    message: 'Whoever gives access neither stops nor ends a safeguarding override.',
    remedy:
      'It ends by itself within hours, or when the data protection officer finds that it was not right; tell them. Where an account may be misused, have it locked.',
  },
} as const;
