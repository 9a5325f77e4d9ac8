/** The legal values a justification may cite (UK GDPR Articles 6, 9 and 10; Data Protection Act 2018, Schedule 1). Lists only; the tests of shape stand where they are applied. */

export const ARTICLE_6_BASES = [
  'A6_1_A_CONSENT',
  'A6_1_C_LEGAL_OBLIGATION',
  'A6_1_D_VITAL_INTERESTS',
  'A6_1_E_PUBLIC_TASK',
  'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS',
  'A6_1_F_LEGITIMATE_INTERESTS',
] as const;

/** Not open to public authorities performing their tasks (DUAA 2025 s70(2)). */
export const NOT_FOR_PUBLIC_AUTHORITIES = [
  'A6_1_EA_RECOGNISED_LEGITIMATE_INTERESTS',
  'A6_1_F_LEGITIMATE_INTERESTS',
] as const;

export const ARTICLE_9_CONDITIONS = [
  'A9_2_A_EXPLICIT_CONSENT',
  'A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION',
  'A9_2_C_VITAL_INTERESTS',
  'A9_2_D_NOT_FOR_PROFIT_BODIES',
  'A9_2_E_MADE_PUBLIC_BY_DATA_SUBJECT',
  'A9_2_F_LEGAL_CLAIMS_OR_JUDICIAL_ACTS',
  'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
  'A9_2_H_HEALTH_OR_SOCIAL_CARE',
  'A9_2_I_PUBLIC_HEALTH',
  'A9_2_J_ARCHIVING_RESEARCH_STATISTICS',
] as const;

/** Schedule 1 paragraphs that complete each Article 9 condition which needs a basis in UK law (DPA 2018 s10). */
export const PARAGRAPHS_FOR_ARTICLE_9: Readonly<Record<string, readonly string[]>> = {
  A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION: ['1'],
  A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST: Array.from({ length: 23 }, (_, i) => String(i + 6)),
  A9_2_H_HEALTH_OR_SOCIAL_CARE: ['2'],
  A9_2_I_PUBLIC_HEALTH: ['3'],
  A9_2_J_ARCHIVING_RESEARCH_STATISTICS: ['4'],
};

/** The 28 Schedule 1 paragraphs open to criminal-offence data. */
export const PARAGRAPHS_FOR_OFFENCE_DATA: readonly string[] = [
  ...['1', '2', '3', '4', '6', '7', '10', '11', '12', '13', '14', '15', '17', '18'],
  ...['23', '24', '25', '26', '27', '28', '29', '30', '31', '32', '33', '34', '35', '37'],
];

/** Paragraphs that need an appropriate policy document: Part 1 paragraph 1 and all of Part 2 (paragraph 5). */
export const PARAGRAPHS_NEEDING_POLICY_DOCUMENT: readonly string[] = [
  '1',
  ...Array.from({ length: 23 }, (_, i) => String(i + 6)),
];

/** Why there was no consent, which paragraph 18 (safeguarding) asks for. */
export const ABSENCE_OF_CONSENT_REASONS = [
  'CANNOT_BE_GIVEN',
  'CANNOT_REASONABLY_BE_OBTAINED',
  'WOULD_PREJUDICE_PROTECTION',
] as const;

/** Agency kinds that hold official authority over offence data (DPA 2018 s10(5)). */
export const OFFICIAL_AUTHORITY_KINDS = ['POLICE'] as const;

/** Article 6 bases, Article 9 conditions, authorities and reasons are read from here by both forms of the shape test. */
export const SAFEGUARDING_PARAGRAPH = '18';
