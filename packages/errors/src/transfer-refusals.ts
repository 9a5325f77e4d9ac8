/** Why something did not go elsewhere, or come back. */
export const TRANSFER_REFUSALS = {
  DESTINATION_NOT_PERMITTED: {
    status: 403,
    message:
      'There is no way from here to there: what is picked goes to social care, and nowhere else.',
    remedy: 'Give one of the destinations in "about".',
  },
  NATION_NOT_PERMITTED: {
    status: 403,
    message: 'Nothing is transferred out of the United Kingdom.',
    remedy:
      'Give one of the nations in "about". Where a child is at risk abroad, ring the front door, or 999.',
  },
  STEP_DOWN_NOT_POSSIBLE: {
    status: 409,
    message:
      'Social care hands a family back only when it has closed its work and the family wishes for early help.',
    remedy: 'Everything that is missing is named; record it and send the step again.',
  },
  ONWARD_NOT_PERMITTED: {
    status: 403,
    message:
      'What was received is passed on to nobody whom the council has not agreed to in writing before, under an agreement changed for it.',
    remedy:
      'Ask the council’s early help manager for its written consent (consentToOnwardDisclosure), and pass nothing on before.',
  },
  EXTRACT_PURPOSE_NOT_PERMITTED: {
    status: 403,
    message: 'Government bodies are given data for research and evaluation, and for nothing else.',
    remedy: 'Give one of the purposes in "about".',
  },
  EXTRACT_NOT_POSSIBLE: {
    status: 409,
    message: 'No agreement that is signed, and no theme that is approved, covers this now.',
    remedy: 'Everything that stands against it is named; mend it and send it again.',
  },
  EXTRACT_NOT_ANONYMOUS: {
    status: 409,
    message:
      'Of what is asked no extract can be made in which nobody stands out: too many are like too few others.',
    remedy: 'Ask for fewer fields, or for a longer time.',
  },
  EXTRACT_OVERLAPS: {
    status: 409,
    message:
      'A body or an analyst of this holds another extract of some of these months: one could be subtracted from the other.',
    remedy:
      'Have the other destroyed and its certificate recorded (recordExtractDestroyed), or ask for months of which they hold none.',
  },
  EXTRACT_NOT_THERE: {
    status: 409,
    message: 'The extract has not been sent yet, or its day has come and it is destroyed.',
    remedy: 'Send it first (sendExtract); after its day, make another under what then holds.',
  },
  PARTNER_HAS_AGREED: {
    status: 409,
    message:
      'This partner has agreed to the theme already; all teams of the council are one partner.',
    remedy: 'Somebody of another partner agrees to it (approveResearchTheme).',
  },
  PERSON_NOT_IDENTIFIABLE: {
    status: 409,
    message:
      'Nobody can be found in it any more: it holds no lines of anybody, or the key of its pseudonyms was destroyed (Article 11).',
    remedy:
      'Tell whoever asked that they cannot be identified in it, and that there is nothing in it to show, correct or erase for them.',
  },
} as const;
