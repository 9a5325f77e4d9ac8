interface RoleDescription {
  /** Its heading in the matrix. */
  readonly code: string;
  readonly title: string;
  readonly does: string;
}

/** Every role of the agreement: what people call it, and what it is there for. */
export const ROLES = {
  LEAD_PROFESSIONAL: {
    code: 'LP',
    title: 'Lead professional',
    does: 'Leads the support of one family and answers for its record.',
  },
  TAF_MEMBER: {
    code: 'TAF',
    title: 'Member of the team around the family',
    does: 'Works with the family for a partner agency.',
  },
  EHAST_PRACTITIONER: {
    code: 'EHA',
    title: 'Early help and support team practitioner',
    does: 'Answers at the front door and screens what comes in.',
  },
  CONSULTATION_STAFF: {
    code: 'CON',
    title: 'Consultation staff',
    does: 'Advises practitioners on behalf of children’s services.',
  },
  HUB_WORKER: {
    code: 'HUB',
    title: 'Family hub worker',
    does: 'Takes families in, recommends a team and prepares panels.',
  },
  REFERRING_PRACTITIONER: {
    code: 'REF',
    title: 'Referring practitioner',
    does: 'Asked for early help on a family’s behalf.',
  },
  BUSINESS_SUPPORT: {
    code: 'SFB',
    title: 'Supporting Families business support',
    does: 'Gives and ends access, and keeps records right.',
  },
  EARLY_HELP_MANAGER: {
    code: 'EHM',
    title: 'Early help manager',
    does: 'Oversees the work, and gives and ends access.',
  },
  PANEL_MEMBER: {
    code: 'PAN',
    title: 'Panel member',
    does: 'Advises on a case while it is before the panel.',
  },
  GROUP_WORK_PROVIDER: {
    code: 'GRP',
    title: 'Group-work provider',
    does: 'Runs a group and reports attendance and progress.',
  },
  THIRD_PARTY: {
    code: 'TPC',
    title: 'Third party under a confidentiality agreement',
    does: 'Does one piece of work for named persons without having signed the agreement.',
  },
  OVERRIDE_HOLDER: {
    code: 'OVR',
    title: 'Holder of a safeguarding override',
    does: 'Reached named persons for some hours to protect somebody, on the record.',
  },
  QA_AUDITOR: {
    code: 'AUD',
    title: 'Quality auditor',
    does: 'Audits a case that is not their own, until the audit completes.',
  },
  SAFEGUARDING_REVIEWER: {
    code: 'REV',
    title: 'Safeguarding reviewer',
    does: 'Reviews a case at one stage of a learning review.',
  },
  SOCIAL_CARE_WORKER: {
    code: 'SOC',
    title: 'Social-care worker',
    does: 'Receives what was picked for a transfer to social care.',
  },
  INFORMATION_GOVERNANCE_OFFICER: {
    code: 'IGO',
    title: 'Information-governance officer',
    does: 'Deals with one person’s rights request or a breach.',
  },
  FAMILY_MEMBER: {
    code: 'FAM',
    title: 'Family member',
    does: 'Sees their own part of the record, and their children’s.',
  },
  YOUNG_PERSON: {
    code: 'YP',
    title: 'Young person',
    does: 'Sees their own part of the record, and limits what parents see.',
  },
  DATA_PROTECTION_OFFICER: {
    code: 'DPO',
    title: 'Data protection officer',
    does: 'Watches how access comes about and what is refused.',
  },
  BUSINESS_UNIT: {
    code: 'UNIT',
    title: 'Partnership business unit',
    does: 'Manages the access of safeguarding reviewers.',
  },
  CONTACT_OFFICER: {
    code: 'PCO',
    title: 'Partnership contact officer',
    does: 'Nominates an agency’s staff and reports leavers.',
  },
  ADMINISTRATOR: {
    code: 'ADM',
    title: 'System administrator',
    does: 'Keeps accounts and what roles may do.',
  },
  DATA_HUB_ANALYST: {
    code: 'DHB',
    title: 'Data-hub analyst',
    does: 'Matches data sources to find families that early help could reach.',
  },
  ANALYST: {
    code: 'ANL',
    title: 'Analyst',
    does: 'Reports on the partnership’s behalf.',
  },
  BOARD_MEMBER: {
    code: 'BRD',
    title: 'Board member',
    does: 'Plans and develops services.',
  },
  EVALUATOR: {
    code: 'GOV',
    title: 'Evaluator',
    does: 'Evaluates the national programme.',
  },
} as const satisfies Readonly<Record<string, RoleDescription>>;

export type Role = keyof typeof ROLES;

export const TEAM: readonly Role[] = ['LEAD_PROFESSIONAL', 'TAF_MEMBER'];
export const FRONT_DOOR: readonly Role[] = ['EHAST_PRACTITIONER', 'CONSULTATION_STAFF'];
/** Those who read the record as a whole: the team, the front door and hub, managers, and who looks on for a time. */
export const CASE_READERS: readonly Role[] = [
  ...TEAM,
  ...FRONT_DOOR,
  'HUB_WORKER',
  'EARLY_HELP_MANAGER',
  'PANEL_MEMBER',
  'QA_AUDITOR',
  'SAFEGUARDING_REVIEWER',
];
/** Those who come for named persons: of what an episode holds they read what a justification covers for everybody it concerns. */
export const FOR_NAMED_PERSONS: readonly Role[] = [
  'OVERRIDE_HOLDER',
  'INFORMATION_GOVERNANCE_OFFICER',
];
export const REPORTING: readonly Role[] = ['ANALYST', 'BOARD_MEMBER'];
export const FAMILY: readonly Role[] = ['FAMILY_MEMBER', 'YOUNG_PERSON'];

/** A group of roles without some of them. */
export function without(roles: readonly Role[], ...left: readonly Role[]): readonly Role[] {
  return roles.filter((role) => !left.includes(role));
}
