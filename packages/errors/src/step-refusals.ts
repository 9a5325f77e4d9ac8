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
  RECORDING_NOT_PERMITTED: {
    status: 403,
    message: 'You may not record this here.',
    remedy:
      'Leave out the fields named in "about", ask whoever recorded them or the lead professional, or say what is wrong with raiseAccuracyIssue.',
  },
  FREE_TEXT_REVEALS: {
    status: 409,
    message: 'What you wrote may reveal special-category or offence data.',
    remedy:
      'Take each passage that the findings point to out of the text and send it in splitOff under its class, or send revealsNothing if you looked and it reveals nothing of the kind.',
  },
  SECOND_PERSON: {
    status: 403,
    message: 'You had a part in this, so somebody else decides on it.',
    remedy: 'Ask somebody else who may decide, and who had no part in it.',
  },
  NOT_YOURS_TO_CORRECT: {
    status: 403,
    message: 'This is for whoever recorded it, or the host team, to put right.',
    remedy: 'Leave it with them; you are told when it is put right.',
  },
  FOUND_LATER_THAN_NOW: {
    status: 400,
    message: 'The day on which it was found is still to come.',
    remedy: 'Give the day on which you found it, as YYYY-MM-DD.',
  },
  OWN_AGENCY_ASKED: {
    status: 409,
    message: 'This is your own agency.',
    remedy: 'Ask your colleagues, or name another agency.',
  },
  AGENCY_NOT_TO_BE_ASKED: {
    status: 409,
    message: 'This agency cannot be asked about this family.',
    remedy:
      'Ask the lead professional. If a child is at risk now, call 999 or the front door; do not wait for an answer here.',
  },
  NO_STATUTORY_DUTY: {
    status: 409,
    message: 'The law does not bind both agencies to share.',
    remedy: 'Ask without naming a statutory duty; say why the information is needed.',
  },
  NOT_THE_AGENCY_ASKED: {
    status: 403,
    message: 'Only the agency that was asked answers.',
    remedy:
      'Wait for its answer, or take the request further if it refused or did not answer in time.',
  },
  NOT_THE_ASKING_AGENCY: {
    status: 403,
    message: 'Only the agency that asked takes a request further.',
    remedy: 'Leave it to the agency that asked.',
  },
  REFUSAL_CODE_NOT_OPEN: {
    status: 409,
    message: 'This request cannot be refused for this reason.',
    remedy: 'Name one of the codes in "about", or share what was asked.',
  },
  LOOKER_ROLE_MISSING: {
    status: 409,
    message: 'Whoever is to look does not hold the role for it.',
    remedy: 'Name somebody who holds the role in "about", or have it assigned first.',
  },
  REVIEW_END_INVALID: {
    status: 409,
    message: 'An audit or review ends on a day to come, and not later than the partnership allows.',
    remedy: 'Give an end between now and the moment in "about".',
  },
  LEARNING_IDENTIFIES: {
    status: 409,
    message: 'The text holds what identifies somebody.',
    remedy: 'Take out what "about" names, and every name, and send it again.',
  },
  EPISODE_NOT_READY: {
    status: 409,
    message: 'Something is missing for this step of the episode.',
    remedy: 'Everything that is missing is named; see to it and send the step again.',
  },
  END_REASON_NOT_POSSIBLE: {
    status: 409,
    message: 'An episode in this state does not end for this reason.',
    remedy: 'Give one of the reasons in "about".',
  },
  OWN_ACCESS: {
    status: 403,
    message: 'Nobody decides about their own access.',
    remedy: 'Ask somebody else who may do this.',
  },
} as const;
