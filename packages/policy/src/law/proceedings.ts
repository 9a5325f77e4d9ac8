/** When readers outside the team read in a proceeding. */
export interface ProceedingLaw {
  /** The role that reads in it. */
  readonly role: string;
  /** The states in which it reads. */
  readonly live: readonly string[];
  /** Whether an end has to be set from the outset. */
  readonly timed: boolean;
}

/** Which role reads in which kind of proceeding, and in which of its states. */
export const PROCEEDINGS = {
  PANEL: {
    role: 'PANEL_MEMBER',
    live: ['LISTED', 'PRESENTED', 'ACTIONS_RECORDED', 'FAMILY_FEEDBACK_DUE', 'FEEDBACK_GIVEN'],
    timed: false,
  },
  AUDIT: { role: 'QA_AUDITOR', live: ['OPEN'], timed: true },
  REVIEW: { role: 'SAFEGUARDING_REVIEWER', live: ['STAGE_REVIEW'], timed: true },
  TRANSFER: { role: 'SOCIAL_CARE_WORKER', live: ['SENT', 'RECEIVED'], timed: false },
  RIGHTS_REQUEST: {
    role: 'INFORMATION_GOVERNANCE_OFFICER',
    live: ['ROUTED', 'ORIGINATOR_CONSULT', 'EXEMPTION_REVIEW'],
    timed: true,
  },
  BREACH: {
    role: 'INFORMATION_GOVERNANCE_OFFICER',
    live: ['ASSESSED', 'INVESTIGATED'],
    timed: true,
  },
} as const satisfies Readonly<Record<string, ProceedingLaw>>;
