import type { OwnFigure } from './own-figure.ts';

const CALENDAR = { unit: 'DAY', days: 'CALENDAR' } as const;
const WORKING = { unit: 'DAY', days: 'WORKING' } as const;
const MONTHS = { unit: 'MONTH', days: 'CALENDAR' } as const;

/** How long after its end an episode is followed up, by the reason for which it ended: a period for each outcome (DEV-A4-5). */
const FOLLOW_UP_FIGURES = {
  FOLLOW_UP_OUTCOMES_MET: {
    says: 'An episode whose outcomes were met is followed up',
    because: 'Half a year shows whether what was reached lasts.',
    value: 6,
    ...MONTHS,
  },
  FOLLOW_UP_STEP_UP: {
    says: 'An episode that went to social care is followed up',
    because: 'After three months social care has its first review, and help may step down.',
    value: 3,
    ...MONTHS,
  },
  FOLLOW_UP_MOVED: {
    says: 'An episode of a family that moved is followed up',
    because: 'A month tells whether the family has found help where it went.',
    value: 1,
    ...MONTHS,
  },
  FOLLOW_UP_DISENGAGED: {
    says: 'An episode of a family that no longer took part is followed up',
    because: 'After three months it is easier to ask again.',
    value: 3,
    ...MONTHS,
  },
  FOLLOW_UP_DECLINED_OR_WITHDREW: {
    says: 'An episode of a family that declined or withdrew is followed up',
    because: 'Help is voluntary: a family that said no is not asked again (0 is never).',
    value: 0,
    ...MONTHS,
  },
  FOLLOW_UP_NO_FURTHER_ACTION: {
    says: 'An episode that ended without further action is followed up',
    because: 'Half a year, as where outcomes were met.',
    value: 6,
    ...MONTHS,
  },
  FOLLOW_UP_DECEASED: {
    says: 'An episode that ended because somebody died is followed up',
    because: 'Nobody is asked how it went (0 is never).',
    value: 0,
    ...MONTHS,
  },
  FOLLOW_UP_OTHER: {
    says: 'An episode that ended for another reason is followed up',
    because: 'Half a year, as where outcomes were met.',
    value: 6,
    ...MONTHS,
  },
} as const satisfies Readonly<Record<string, OwnFigure>>;

/** By when practice asks for what an episode is made of; no agreement has a figure, councils publish theirs. */
export const PRACTICE_FIGURES = {
  PRACTICE_SCREENING: {
    says: 'A contact is screened',
    because: 'Two days, in which councils look for what is there already.',
    value: 2,
    ...WORKING,
  },
  PRACTICE_ASSESSMENT: {
    says: 'The whole-family assessment is completed after an episode opens',
    because: 'Two working weeks, as councils ask of their workers.',
    value: 10,
    ...WORKING,
  },
  PRACTICE_ASSESSMENT_LATEST: {
    says: 'An assessment that is not completed comes to the host as well',
    because: 'Within 45 days, by which councils are measured.',
    value: 45,
    ...CALENDAR,
  },
  PRACTICE_PLAN: {
    says: 'The plan is agreed after an episode opens',
    because: 'A working week after the assessment.',
    value: 15,
    ...WORKING,
  },
  PRACTICE_FIRST_REVIEW: {
    says: 'The plan is first reviewed after the assessment',
    because: 'Six weeks.',
    value: 42,
    ...CALENDAR,
  },
  PRACTICE_LATER_REVIEW: {
    says: 'The plan is reviewed again after a review',
    because: 'Three months at most between two reviews.',
    value: 3,
    ...MONTHS,
  },
  PRACTICE_REASSESSMENT: {
    says: 'The family is assessed again after an assessment',
    because: 'What is a year old is no longer how things are.',
    value: 12,
    ...MONTHS,
  },
  PROGRAMME_CRITERIA: {
    says: 'A family may be made known to early help that meets so many criteria of the programme',
    because: 'Three of its headline outcomes, as the national programme asked for.',
    value: 3,
    unit: 'COUNT',
    days: null,
  },
  ...FOLLOW_UP_FIGURES,
} as const satisfies Readonly<Record<string, OwnFigure>>;
