import type { CastCaseRecord } from '../model/case-record.ts';

/** A short, unremarkable case record, for families whose point lies elsewhere. */
export const ordinaryRecord: CastCaseRecord = {
  reasons: 'The family asked for help with mornings and with letters from several services.',
  sections: [
    {
      area: 'SAFE_IN_COMMUNITY',
      summary: 'Feels safe on the street; avoids the underpass.',
      strengths: 'Knows the neighbours.',
    },
    {
      area: 'EDUCATION_AND_SKILLS',
      summary: 'School is a good place once the morning is over.',
      strengths: 'Likes reading.',
    },
    {
      area: 'LIFE_CHANCES',
      summary: 'Wants a training place near home.',
      strengths: 'Clear about what would help.',
    },
    {
      area: 'LIVING_STANDARDS',
      summary: 'The home is warm; the kitchen needs a repair.',
      strengths: 'Budget kept since spring.',
    },
    {
      area: 'SAFE_RELATIONSHIPS',
      summary: 'Calmer since the house rules were agreed.',
      strengths: 'Talks things through.',
    },
    { area: 'LIVING_WELL', summary: 'Sleep is the first thing to work on.', strengths: null },
  ],
  needs: [
    { outcome: 'GOOD_EDUCATION', description: 'Mornings that end at the school gate on time.' },
    {
      outcome: 'FAMILY_RELATIONSHIPS',
      description: 'An hour each week for the parents alone.',
      met: -5,
      nature: 'OPINION',
    },
    {
      outcome: 'FINANCIAL_STABILITY',
      description: 'One adviser for all the letters.',
      nature: 'FACT',
    },
  ],
  objective: 'Three calm mornings a week by the end of term.',
  actions: [
    {
      goal: 'Lay out clothes and bags in the evening.',
      responsible: 'The family',
      status: 'IN_PROGRESS',
      due: 20,
      familyRating: 6,
    },
    {
      goal: 'Meet the adviser with all letters.',
      responsible: 'Lead professional',
      status: 'DONE',
      due: -10,
      measure: 'Appointment kept',
      familyRating: 8,
    },
    { goal: 'Breakfast club twice a week.', responsible: 'School', status: 'PLANNED', due: 30 },
  ],
  meetings: [
    {
      held: -12,
      attendees: ['Family', 'Lead professional', 'School'],
      minutes: 'The plan was read aloud and agreed line by line.',
      outcome: 'Plan continues',
    },
  ],
};
