/** Why a step in the life of somebody's account, or about a role, was not taken, beside those of every step. */
export const ACCOUNT_REFUSALS = {
  AGENCY_NOT_TAKING_PART: {
    status: 409,
    message: 'The agency takes no new people: it has not signed, is suspended, or is leaving.',
    remedy: 'Look up where the agency stands; nominate again once its signature is in force.',
  },
  NOMINATION_OF_AGENCY: {
    status: 403,
    message: 'People are nominated by their own agency’s contact officer.',
    remedy: 'Ask the contact officer; the host nominates only whoever is named as one.',
  },
  EMAIL_IN_USE: {
    status: 409,
    message: 'This address is somebody’s already.',
    remedy: 'Give a personal address that nobody else uses.',
  },
  COUNTERSIGNATURE_MISSING: {
    status: 409,
    message: 'A contact officer’s own nomination, or one of yours, is not countersigned yet.',
    remedy: 'Have a second person of the host team countersign it: countersignNomination.',
  },
  LAST_OF_OFFICE: {
    status: 409,
    message:
      'Nobody else holds the office that "about" names, which watches over whoever gives access.',
    remedy:
      'Have the role given to a second person first. Where misuse is possible now, ask an administrator or the data protection officer to lock the account.',
  },
  INVITATION_INVALID: {
    status: 404,
    message: 'This code is not good for an invitation.',
    remedy: 'Check the code; if it stays so, ask the host team to invite you again.',
  },
  CREDENTIAL_IN_USE: {
    status: 409,
    message: 'You are signed in as somebody who has an account already.',
    remedy:
      'Sign in with the identity the invitation is meant for; if you left the agency of that account, have its contact officer report it: reportLeaver.',
  },
  ROLE_NOT_ASSIGNABLE: {
    status: 403,
    message: 'Your role does not decide about this role.',
    remedy: 'Ask somebody who holds one of the roles that "about" names.',
  },
  ROLE_OF_YOUR_OWN: {
    status: 403,
    message: 'Nobody decides about a role that they hold themselves.',
    remedy: 'Ask somebody who does not hold it.',
  },
  ROLE_HELD: {
    status: 409,
    message: 'This person holds the role already.',
    remedy: 'Confirm it instead where it comes up for review: confirmRole.',
  },
  ROLES_APART: {
    status: 409,
    message: 'This role does not go together with what the person holds.',
    remedy: 'End the roles that "about" names first, or give it to somebody else.',
  },
} as const;
