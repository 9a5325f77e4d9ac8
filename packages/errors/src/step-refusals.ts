/** Why a step in the life of an agency, an account, a grant and the like was not taken. */
export const STEP_REFUSALS = {
  RECORD_UNKNOWN: {
    status: 404,
    message: 'There is nothing of this id that you may see.',
    remedy: 'Look it up again in the list it came from and send its id.',
  },
  REVISION_PASSED: {
    status: 409,
    message: 'Somebody changed this after you read it; your change was not made.',
    remedy: 'Read it again and send your change with the revision that now stands.',
  },
  STEP_NOT_POSSIBLE: {
    status: 409,
    message: 'This cannot be done from where it stands.',
    remedy: 'The state it is in comes first in "about", and after it the steps that are possible.',
  },
  OWN_ACCESS: {
    status: 403,
    message: 'Nobody decides about their own access.',
    remedy: 'Ask somebody else who may do this.',
  },
} as const;
