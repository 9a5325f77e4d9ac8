import type { CastCaseRecord } from '../model/case-record.ts';
import type { CastPerson } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';

const { grace, niamh } = practitioners;

/** What the team wrote about the tour family. */
export function okaforRecord(persons: {
  readonly ngozi: CastPerson;
  readonly amara: CastPerson;
  readonly chidi: CastPerson;
  readonly ada: CastPerson;
}): CastCaseRecord {
  const { ngozi, amara, chidi, ada } = persons;
  return {
    reasons:
      'Worried: mornings, the rent letters, Amara’s missed days. Working well: Sunday dinners, Chidi’s football, an aunt nearby.',
    sections: [
      {
        area: 'SAFE_IN_COMMUNITY',
        summary: 'Amara feels watched at the bus stop and walks the long way round.',
        strengths: 'An aunt two streets away with an open door.',
        concerns: [amara],
        nature: 'OPINION',
      },
      {
        area: 'EDUCATION_AND_SKILLS',
        summary:
          'Chidi and Ada arrive late on days when their mother cannot get up; Amara misses Mondays.',
        strengths: 'Chidi reads above his age.',
        by: grace,
      },
      {
        area: 'LIFE_CHANCES',
        summary: 'Ngozi wants to return to her course when her strength allows.',
        strengths: 'A place is being held for her.',
        concerns: [ngozi],
      },
      {
        area: 'LIVING_STANDARDS',
        summary: 'Two rooms are damp; letters about the rent lie unopened.',
        strengths: 'Emeka has started a folder.',
        nature: 'FACT',
      },
      {
        area: 'SAFE_RELATIONSHIPS',
        summary: 'Arguments are about money and end quickly. The children say so too.',
        strengths: 'Everybody eats together on Sundays.',
        nature: 'MIXED',
      },
      {
        area: 'LIVING_WELL',
        summary:
          'Sleep, breathing and tiredness are the three things the family wants to change first.',
        strengths: 'Appointments are kept.',
        by: niamh,
      },
    ],
    needs: [
      {
        outcome: 'GOOD_EDUCATION',
        description: 'Amara at school on Mondays; the younger two on time.',
        concerns: [amara, chidi, ada],
      },
      {
        outcome: 'MENTAL_AND_PHYSICAL_HEALTH',
        description: 'A morning that does not depend on one tired person.',
        concerns: [ngozi],
      },
      {
        outcome: 'SECURE_HOUSING',
        description: 'A tenancy that is safe until the repair is done.',
        nature: 'FACT',
      },
      {
        outcome: 'FINANCIAL_STABILITY',
        description: 'The rent account back in order by summer.',
        met: -15,
      },
    ],
    objective: 'Calm mornings, a safe tenancy, and Amara’s Mondays: in the family’s own order.',
    actions: [
      {
        goal: 'Breakfast club for Chidi and Ada, four mornings.',
        responsible: 'Fernhollow Primary School',
        status: 'IN_PROGRESS',
        due: 25,
        measure: 'The school register',
        familyRating: 7,
        by: grace,
        concerns: [chidi, ada],
      },
      {
        goal: 'Inhaler plan shared with the football club.',
        responsible: 'Health visitor',
        status: 'DONE',
        due: -20,
        measure: 'Plan signed',
        familyRating: 9,
        by: niamh,
        concerns: [chidi],
      },
      {
        goal: 'Walk to the bus with a friend on Mondays.',
        responsible: 'Amara',
        status: 'IN_PROGRESS',
        due: 14,
        measure: 'What Amara says',
        familyRating: 5,
        concerns: [amara],
      },
      {
        goal: 'Open the letters together and list the dates.',
        responsible: 'Lead professional',
        status: 'DONE',
        due: -60,
        measure: 'The folder',
        familyRating: 8,
        concerns: [ngozi],
      },
      {
        goal: 'Benefit check with the welfare adviser.',
        responsible: 'Ngozi and Emeka',
        status: 'PLANNED',
        due: 30,
      },
    ],
    meetings: [
      {
        held: -110,
        attendees: ['Ngozi', 'Emeka', 'Lead professional', 'School', 'Health visitor'],
        minutes: 'First meeting. The family set the order of the plan. All agreed who rings whom.',
        outcome: 'Plan agreed',
      },
      {
        held: -62,
        attendees: ['Ngozi', 'Amara', 'Lead professional', 'School'],
        minutes:
          'Amara spoke first. Mondays are about the bus, not about lessons. One action was changed for that.',
        outcome: 'Plan changed: one new action',
      },
      {
        held: -13,
        attendees: ['Emeka', 'Lead professional', 'Health visitor'],
        minutes: 'Mornings rated 7 of 10. The inhaler plan works. Next: the benefit check.',
        outcome: 'Plan continues',
        by: niamh,
      },
    ],
  };
}
