/** How long a justification of a class holds at most, and how soon somebody decides about what needs a yes. */
export const JUSTIFICATION_FIGURES = {
  JUSTIFICATION_PERSONAL: {
    says: 'A justification of personal data holds at the most',
    value: 365,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'As long as a plan is usually made for.',
  },
  JUSTIFICATION_RESTRICTED: {
    says: 'A justification of restricted data holds at the most',
    value: 365,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'As long as a plan is usually made for.',
  },
  JUSTIFICATION_SPECIAL_CATEGORY: {
    says: 'A justification of special-category data holds at the most',
    value: 180,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'Who needs to know is looked at again twice a year.',
  },
  JUSTIFICATION_CRIMINAL_OFFENCE: {
    says: 'A justification of offence data holds at the most',
    value: 90,
    unit: 'DAY',
    days: 'CALENDAR',
    because: 'Looked at again at every review of a plan.',
  },
  APPROVAL_OFFENCE_DATA: {
    says: 'Reading offence data is decided about',
    value: 2,
    unit: 'DAY',
    days: 'WORKING',
    because: 'A family that waits for support cannot wait longer.',
  },
  APPROVAL_DIGITAL_ECONOMY_ACT: {
    says: 'Sharing under the Digital Economy Act is decided about',
    value: 2,
    unit: 'DAY',
    days: 'WORKING',
    because: 'A family that waits for support cannot wait longer.',
  },
  APPROVAL_OVERRIDE: {
    says: 'Overriding confidence is decided about',
    value: 1,
    unit: 'DAY',
    days: 'WORKING',
    because: 'Whoever overrides confidence has a reason that does not wait.',
  },
  APPROVAL_CONFIDENTIAL_ITEM: {
    says: 'Reading what was told in confidence is decided about',
    value: 2,
    unit: 'DAY',
    days: 'WORKING',
    because: 'A family that waits for support cannot wait longer.',
  },
} as const;
