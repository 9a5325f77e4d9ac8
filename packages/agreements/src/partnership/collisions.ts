import { APPROVERS } from './approvers.ts';
import type { Collision } from './collision.ts';
import { FIXED_COLLISIONS } from './fixed-collisions.ts';

/** What a partnership decides for itself, by name. */
export const OPEN_COLLISIONS = {
  TEAM_SOURCE_ITEMS: {
    issue: 'Whether the team around a family shares restricted items of source systems in full',
    clauses: ['SHR-3.4.2a', 'SHR-3.4.5', 'PN-need', 'STA-5.1a'],
    choices: {
      ITEM_JUSTIFIED: 'each item needs a justification in the team, too',
      FULL_IN_TEAM:
        'schooling, housing, work, money and social care are open to the team; special-category and offence data never',
    },
    default: 'ITEM_JUSTIFIED',
    fixedBecause: null,
    effect: 'RULES',
  },
  WHO_MAY_GRANT: {
    issue: 'Who may give access to an episode',
    clauses: ['SHR-8.2.1g', 'SHR-8.3.7c', 'SHR-8.3.8d'],
    choices: {
      HOST_AND_TARGETED_LEAD: 'business support, managers, and a lead of the targeted team',
      WITH_HUB: 'those, and hub workers',
      HOST_HUB_AND_ANY_LEAD: 'those, and whoever leads the episode',
    },
    default: 'HOST_AND_TARGETED_LEAD',
    fixedBecause: null,
    effect: 'COMMANDS',
  },
  ERROR_REPORT: {
    issue: 'How soon an error that one cannot edit is reported',
    clauses: ['SHR-4.5', 'DEV-A3-acc2'],
    choices: {
      TWO_WORKING_DAYS: 'late after two working days, escalated after one',
      IMMEDIATELY: 'late at once',
    },
    default: 'TWO_WORKING_DAYS',
    fixedBecause: null,
    effect: 'COMMANDS',
  },
  ORIGINATOR_DAYS: {
    issue: 'Which days count for consulting whoever supplied data',
    clauses: ['SHR-10.1.3'],
    choices: { WORKING: 'working days', CALENDAR: 'every day' },
    default: 'WORKING',
    fixedBecause: null,
    effect: 'KEPT',
  },
  RETENTION: {
    issue: 'Which of several retention rules holds',
    clauses: ['SHR-7a', 'STA-6.1a', 'PN-ret', 'DEV-A3-ret', 'DEV-A3-12m'],
    choices: {
      SHORTEST: 'the shortest, unless a hold or a reason is recorded',
      CONTROLLERS_OWN: 'that of the controller of the item',
    },
    default: 'SHORTEST',
    fixedBecause: null,
    effect: 'KEPT',
  },
  END_OF_YEAR: {
    issue: 'When the year of the twenty-fifth birthday ends',
    clauses: ['DEV-A3-ret'],
    choices: { DECEMBER_31: 'with the calendar year', AUGUST_31: 'with the school year' },
    default: 'DECEMBER_31',
    fixedBecause: null,
    effect: 'KEPT',
  },
  ...APPROVERS,
} as const satisfies Readonly<Record<string, Collision>>;

export type OpenCollision = keyof typeof OPEN_COLLISIONS;

/** The choice made for everything that is open. */
export type Resolutions = {
  readonly [Name in OpenCollision]: keyof (typeof OPEN_COLLISIONS)[Name]['choices'];
};

/** Every collision, open or not, by name. */
export const COLLISIONS: Readonly<Record<string, Collision>> = {
  ...OPEN_COLLISIONS,
  ...FIXED_COLLISIONS,
};

/** What holds where a partnership says nothing. */
export const DEFAULT_RESOLUTIONS: Resolutions = {
  TEAM_SOURCE_ITEMS: OPEN_COLLISIONS.TEAM_SOURCE_ITEMS.default,
  WHO_MAY_GRANT: OPEN_COLLISIONS.WHO_MAY_GRANT.default,
  ERROR_REPORT: OPEN_COLLISIONS.ERROR_REPORT.default,
  ORIGINATOR_DAYS: OPEN_COLLISIONS.ORIGINATOR_DAYS.default,
  RETENTION: OPEN_COLLISIONS.RETENTION.default,
  END_OF_YEAR: OPEN_COLLISIONS.END_OF_YEAR.default,
  APPROVER_OFFENCE_DATA: OPEN_COLLISIONS.APPROVER_OFFENCE_DATA.default,
  APPROVER_DIGITAL_ECONOMY_ACT: OPEN_COLLISIONS.APPROVER_DIGITAL_ECONOMY_ACT.default,
  APPROVER_OVERRIDE: OPEN_COLLISIONS.APPROVER_OVERRIDE.default,
  APPROVER_CONFIDENTIAL_ITEM: OPEN_COLLISIONS.APPROVER_CONFIDENTIAL_ITEM.default,
};
