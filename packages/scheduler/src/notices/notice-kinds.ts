import type { Given, ParameterKind } from './parameters.ts';

/** Each kind of notice with all that it may hold. */
export const NOTICE_KINDS = {
  INVITATION: { agency: 'AGENCY', code: 'CODE', until: 'DAY', page: 'PAGE' },
  TRAINING_EXPIRING: { module: 'MODULE', until: 'DAY', page: 'PAGE' },
  TRAINING_EXPIRED: { module: 'MODULE', until: 'DAY', page: 'PAGE' },
  ACCOUNT_DORMANT_SOON: { on: 'DAY', page: 'PAGE' },
  ACCOUNT_DISABLED: { on: 'DAY', page: 'PAGE' },
  GRANT_ENDING: { on: 'DAY', page: 'PAGE' },
  GRANT_ENDED: { on: 'DAY', page: 'PAGE' },
  GRANT_REVIEW_DUE: { by: 'DAY', page: 'PAGE' },
  RELATIONSHIP_DECLARED: { at: 'MOMENT', page: 'PAGE' },
  ROLE_REVIEW_DUE: { by: 'DAY', page: 'PAGE' },
  ACCESS_REQUEST_ANSWERED: { page: 'PAGE' },
  ACCESS_REMOVED_AT_FAMILYS_REQUEST: { at: 'MOMENT', page: 'PAGE' },
  FAMILY_REMOVAL_OVERDUE: { since: 'DAY', page: 'PAGE' },
  OVERRIDE_TO_EXPLAIN: { since: 'DAY', page: 'PAGE' },
  OVERRIDE_USED: { at: 'MOMENT', kind: 'AGENCY_KIND', people: 'PEOPLE', page: 'PAGE' },
  OVERRIDE_USED_AGAIN: { at: 'MOMENT', kind: 'AGENCY_KIND', people: 'PEOPLE', page: 'PAGE' },
  JUSTIFICATION_TO_DECIDE: { by: 'DAY', page: 'PAGE' },
  JUSTIFICATION_DECIDED: { page: 'PAGE' },
  LEAD_VACANT: { since: 'DAY', page: 'PAGE' },
  AGREEMENT_WITHDRAWN: { on: 'DAY', page: 'PAGE' },
  AGREEMENT_TO_ASK_AGAIN: { on: 'DAY', page: 'PAGE' },
  CO_SIGNATURE_DUE: { on: 'DAY', page: 'PAGE' },
  LIMIT_TO_REVIEW: { on: 'DAY', page: 'PAGE' },
  INFORMATION_REQUEST_WAITING: { by: 'DAY', page: 'PAGE' },
  INFORMATION_REQUEST_UNANSWERED: { since: 'DAY', page: 'PAGE' },
  ACCURACY_ISSUE_DUE: { by: 'DAY', page: 'PAGE' },
  CORRECTION_MADE: { on: 'DAY', page: 'PAGE' },
  AGENCY_NOTICE_GIVEN: { agency: 'AGENCY', leaves: 'DAY', page: 'PAGE' },
  AGENCY_WITHDRAWN: { agency: 'AGENCY', on: 'DAY', page: 'PAGE' },
  AGENCY_REVIEW_DUE: { agency: 'AGENCY', by: 'DAY', page: 'PAGE' },
  AGENCY_SUSPENDED: { agency: 'AGENCY', on: 'DAY', page: 'PAGE' },
  SIGN_AGAIN: { agency: 'AGENCY', by: 'DAY', page: 'PAGE' },
  ACCESS_REPORT_READY: { until: 'DAY', page: 'PAGE' },
  NO_HOST_OFFICER_FREE: { since: 'DAY', page: 'PAGE' },
  NO_CONTACT_OFFICER_FREE: { agency: 'AGENCY', since: 'DAY', page: 'PAGE' },
  NO_PROTECTION_OFFICER_FREE: { since: 'DAY', page: 'PAGE' },
  ADOPTION_TO_CHECK: { on: 'DAY', page: 'PAGE' },
  CONTACT_WAITING: { since: 'DAY', page: 'PAGE' },
  REFERRAL_ANSWERED: { on: 'DAY', page: 'PAGE' },
  PRACTICE_STEP_DUE: { step: 'PRACTICE_STEP', by: 'DAY', page: 'PAGE' },
  FOLLOW_UP_PLANNED: { on: 'DAY', page: 'PAGE' },
  FOLLOW_UP_DUE: { since: 'DAY', page: 'PAGE' },
  TRANSFER_TO_RECEIVE: { on: 'DAY', page: 'PAGE' },
  EPISODE_STEPPED_UP: { on: 'DAY', page: 'PAGE' },
  EXTRACT_NEAR_ITS_END: { by: 'DAY', page: 'PAGE' },
  EXTRACT_TO_DESTROY: { by: 'DAY', page: 'PAGE' },
  MEETING_AGENDA: { on: 'DAY', page: 'PAGE' },
  PANEL_FEEDBACK_DUE: { by: 'DAY', page: 'PAGE' },
  PANEL_FEEDBACK_LATE: { since: 'DAY', page: 'PAGE' },
  COVER_DECIDED: { page: 'PAGE' },
  COVER_REQUESTED: { from: 'DAY', until: 'DAY', page: 'PAGE' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, ParameterKind>>>>;

/** A kind of notice. */
export type NoticeKind = keyof typeof NOTICE_KINDS;

/** What a notice of a kind is given. */
export type NoticeParams<Kind extends NoticeKind> = {
  readonly [Name in keyof (typeof NOTICE_KINDS)[Kind]]: (typeof NOTICE_KINDS)[Kind][Name] extends ParameterKind
    ? Given[(typeof NOTICE_KINDS)[Kind][Name]]
    : never;
};

/** The same, as its text is given it: words and figures, ready to be read. */
export type ShownParams<Kind extends NoticeKind> = {
  readonly [Name in keyof (typeof NOTICE_KINDS)[Kind]]: string;
};
