/** Why a case did not go before the panel, or a meeting of agencies did not go on. */
export const PANEL_REFUSALS = {
  PANEL_CASE_LIVE: {
    status: 409,
    message: 'A case of this episode is with the panel already.',
    remedy: 'Go on with that one, or wait until it is closed and the family has its feedback.',
  },
  PANEL_AGREEMENT_MISSING: {
    status: 409,
    message: 'The family’s signed agreement to this episode is not in force.',
    remedy:
      'Ask the family and have it sign first. Where it did not agree, say which law lets the panel know all the same, and what the family was told (noAgreement).',
  },
  PANEL_STATEMENT_NOT_READ: {
    status: 409,
    message:
      'The confidentiality statement was not read at the case’s meeting, or nobody was noted as present.',
    remedy: 'Open the meeting first (openAgencyMeeting): read the statement and note who is there.',
  },
  ORGANISATION_NOT_SIGNED: {
    status: 409,
    message: 'Somebody comes from an organisation that has not signed the agreement.',
    remedy:
      'Everybody concerned is named; go on without them, or have their organisation sign first. A visitor of no partner signs a confidentiality agreement.',
  },
  PANEL_NOTES_MISSING: {
    status: 409,
    message: 'What the panel said is not on the family’s record yet.',
    remedy:
      'Record the discussion, suggestions and actions as case notes of kind PANEL (recordCaseNote) after the case was presented, and name them.',
  },
  NOT_THE_REFERRING_AGENCY: {
    status: 403,
    message: 'Only the agency that referred the family tells it what the panel said.',
    remedy:
      'Leave it to the agency that referred, which is reminded and must do it in time; where it cannot, the hub says why (forAgencyBecause).',
  },
} as const;
