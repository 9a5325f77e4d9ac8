import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { healthJustification, offenceJustification } from '../model/justification.ts';
import { person } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { joins, leads } from './team.ts';

const { tom, esther, joel, marcus, rhona } = practitioners;

const rosalba = person('castellan-rosalba', {
  givenName: 'Rosalba',
  familyName: 'Castellan',
  age: 35,
  sex: 'FEMALE',
  languages: ['Italian', 'English'],
});
const enzo = person('castellan-enzo', {
  givenName: 'Enzo',
  familyName: 'Castellan',
  age: 11,
  sex: 'MALE',
});

const home = family({
  key: 'castellan',
  number: 29,
  members: {
    rosalba: { person: rosalba, relationship: 'MOTHER' },
    enzo: { person: enzo, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Castellan household',
      members: [rosalba, enzo],
      addresses: [{ line: '8 Cooper’s Yard', town: 'Marlbridge', postcode: 'MZ1 2PE', from: -820 }],
    },
  ],
});

const HEALTH = 'SPECIAL_CATEGORY:HEALTH';
const OFFENCE = 'CRIMINAL_OFFENCE';

const current = episode({
  number: 30,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -80,
  reason: 'Illness and an old sentence run through everything that is written here.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: rosalba }] },
  record: {
    reasons: 'Help through a course of treatment.',
    sections: [
      {
        area: 'LIVING_WELL',
        summary: 'Treatment every third week; Enzo’s asthma is worse in those weeks.',
        strengths: 'Both keep a diary.',
        rowClass: HEALTH,
      },
      {
        area: 'SAFE_IN_COMMUNITY',
        summary: 'An old sentence still decides where she may live.',
        strengths: null,
        concerns: [rosalba],
        rowClass: OFFENCE,
      },
      { area: 'EDUCATION_AND_SKILLS', summary: 'Enzo likes maths.', strengths: null },
    ],
    needs: [
      {
        outcome: 'MENTAL_AND_PHYSICAL_HEALTH',
        description: 'Rides to the hospital.',
        concerns: [rosalba],
        rowClass: HEALTH,
      },
      {
        outcome: 'SUBSTANCE_USE_RECOVERY',
        description: 'Of a class that nobody knows.',
        concerns: [rosalba],
        rowClass: 'SPECIAL_CATEGORY:UNHEARD_OF',
      },
      {
        outcome: 'SECURE_HOUSING',
        description: 'Concerns nobody, so nobody can justify it.',
        concerns: [],
        rowClass: 'RESTRICTED:HOUSING',
      },
      { outcome: 'GOOD_EDUCATION', description: 'A place in the maths club.', concerns: [enzo] },
    ],
    objective: 'Weeks that go on when treatment does.',
    actions: [
      {
        goal: 'Inhaler at school and at the club.',
        responsible: 'School nurse',
        status: 'DONE',
        concerns: [enzo],
        rowClass: HEALTH,
        by: rhona,
      },
      { goal: 'Maths club on Mondays.', responsible: 'Enzo', status: 'IN_PROGRESS' },
    ],
    meetings: [
      {
        held: -30,
        attendees: ['Rosalba', 'Lead professional'],
        minutes: 'The results were talked through.',
        outcome: 'Plan continues',
        rowClass: HEALTH,
      },
      {
        held: -15,
        attendees: ['Rosalba', 'Enzo', 'Lead professional'],
        minutes: 'Enzo chose the club.',
        outcome: 'Plan continues',
      },
    ],
  },
  team: {
    tom: leads(tom),
    joel: joins(joel),
    marcus: joins(marcus),
    rhona: joins(rhona),
  },
  justifications: {
    joelRosalba: healthJustification({ holder: joel, about: rosalba }),
    joelEnzo: healthJustification({ holder: joel, about: enzo }),
    marcusEnzo: healthJustification({ holder: marcus, about: enzo }),
    rhonaRosalba: offenceJustification({ holder: rhona, about: rosalba, approvedBy: esther }),
  },
  entries: {
    enzoVoice: {
      about: enzo,
      kind: 'VOICE',
      label: 'When Mum is at the hospital I cannot breathe.',
      nature: 'OPINION',
      rowClass: HEALTH,
      by: tom,
    },
    enzoPlainVoice: {
      about: enzo,
      kind: 'VOICE',
      label: 'Maths is best.',
      nature: 'OPINION',
      by: tom,
    },
    rosalbaConcern: {
      about: rosalba,
      kind: 'SAFEGUARDING_CONCERN',
      label: 'A former associate has been seen outside',
      status: 'OPEN',
      rowClass: OFFENCE,
      released: true,
      by: tom,
    },
    rosalbaArrears: {
      about: rosalba,
      kind: 'HOUSING',
      label: 'Rent arrears since the treatment',
      rowClass: HEALTH,
      by: tom,
    },
    rosalbaOutside: {
      about: rosalba,
      kind: 'SAFETY_ALERT',
      label: 'Bleeds easily',
      rowClass: HEALTH,
      outsideEpisode: true,
      by: tom,
    },
  },
});

/** Entries of a class stricter than their type's: `joel` justified health for both persons, `marcus` for one. */
export const castellan = { ...home, episodes: { current } } as const;
