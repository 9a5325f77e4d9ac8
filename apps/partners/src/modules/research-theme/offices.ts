/** Who puts a theme forward: whoever runs the sub-groups, and the officers who keep the register of extracts. */
export const PROPOSING: readonly string[] = [
  'BUSINESS_UNIT',
  'EARLY_HELP_MANAGER',
  'DATA_PROTECTION_OFFICER',
];

/** Who decides for a partner: of the council its early help manager, of every other its contact officer. */
export const DECIDING: readonly string[] = ['EARLY_HELP_MANAGER', 'CONTACT_OFFICER'];

/** So many partners agree, and as many fields answer one question (SOM-6.16.3–5, SOM-6.16.6). */
export const PARTNERS_TO_AGREE = 3;
export const MOST_FIELDS = 6;
