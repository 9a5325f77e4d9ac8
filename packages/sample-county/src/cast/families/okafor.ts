import { agencies } from '../agencies.ts';
import { pdfOf } from '../model/document.ts';
import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ada, amara, chidi, emeka, ngozi } from './okafor-people.ts';
import { okaforRecord } from './okafor-record.ts';
import { joins, leads } from './team.ts';

const { grace, tom, niamh, callum, bea } = practitioners;

const home = family({
  key: 'okafor',
  number: 1,
  members: {
    ngozi: { person: ngozi, relationship: 'MOTHER' },
    emeka: { person: emeka, relationship: 'FATHER' },
    amara: { person: amara, relationship: 'CHILD' },
    chidi: { person: chidi, relationship: 'CHILD' },
    ada: { person: ada, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Okafor household',
      members: [ngozi, emeka, amara, chidi, ada],
      addresses: [
        {
          line: '14 Priory Walk',
          town: 'Marlbridge',
          postcode: 'MZ1 4QT',
          uprn: '999000000014',
          from: -700,
        },
        { line: '3 Kiln Bank', town: 'Eastmarl', postcode: 'MZ2 7LA', from: -2400, until: -700 },
      ],
    },
  ],
});

const current = episode({
  number: 1,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -140,
  reason:
    'Three children at two schools, a parent’s illness and a tenancy at risk came together in one winter.',
  lead: tom,
  agreement: {
    state: 'SIGNED_WITH_EXCLUSIONS',
    signers: [
      { person: ngozi },
      { person: emeka },
      { person: amara, competence: 'Explained in her own words what is stored and who reads it.' },
    ],
    exclusions: {
      wholeHousingAssociation: {
        agency: agencies.cobblewick,
        reason:
          'The family is in dispute with its landlord; explored, and the plan works without it.',
      },
    },
  },
  record: okaforRecord(home.persons),
  team: {
    tom: leads(tom),
    grace: joins(grace, { relationship: 'Pastoral lead for Chidi and Ada' }),
    niamh: joins(niamh, { relationship: 'Visits at home about Chidi’s breathing' }),
    callum: joins(callum, { relationship: 'Tenancy support', until: 730 }),
  },
  justifications: {
    chidiHealth: healthJustification({
      holder: niamh,
      about: chidi,
      relevance: 'The inhaler plan decides which activities and which mornings are possible.',
    }),
  },
  documents: {
    signedAgreement: {
      title: 'Family agreement, signed',
      kind: 'FAMILY_AGREEMENT',
      mediaType: 'application/pdf',
      content: pdfOf('We agree to early help. Signed: Ngozi, Emeka and Amara Okafor'),
      nature: 'FACT',
    },
    asthmaLetter: {
      title: 'Letter of the asthma clinic',
      kind: 'LETTER',
      mediaType: 'text/plain',
      content: 'Chidi was seen in May. The preventer helps; the reliever stays at school.\n',
      by: niamh,
      nature: 'FACT',
      concerns: [chidi],
      rowClass: 'SPECIAL_CATEGORY:HEALTH',
    },
  },
  entries: {
    ngoziEthnicity: {
      about: ngozi,
      kind: 'ETHNICITY',
      label: 'Black African',
      status: 'SELF_DESCRIBED',
      by: tom,
    },
    emekaEthnicity: {
      about: emeka,
      kind: 'ETHNICITY',
      label: 'Black African',
      status: 'SELF_DESCRIBED',
      by: tom,
    },
    amaraEthnicity: {
      about: amara,
      kind: 'ETHNICITY',
      label: 'Black British',
      status: 'SELF_DESCRIBED',
      by: tom,
    },
    chidiEthnicity: {
      about: chidi,
      kind: 'ETHNICITY',
      label: 'Black British',
      status: 'SELF_DESCRIBED',
      by: tom,
    },
    adaEthnicity: {
      about: ada,
      kind: 'ETHNICITY',
      label: 'Black British',
      status: 'SELF_DESCRIBED',
      by: tom,
    },
    ngoziReligion: { about: ngozi, kind: 'RELIGION', label: 'Christian', by: tom },
    chidiAsthma: {
      about: chidi,
      kind: 'HEALTH_CONDITION',
      label: 'Asthma',
      detail: 'Preventer twice a day; reliever at school.',
      status: 'CURRENT',
      from: -900,
      by: tom,
    },
    adaEpilepsy: {
      about: ada,
      kind: 'HEALTH_CONDITION',
      label: 'Absence epilepsy',
      detail: 'Free of seizures since autumn.',
      status: 'CURRENT',
      from: -500,
      by: tom,
    },
    ngoziLupus: {
      about: ngozi,
      kind: 'HEALTH_CONDITION',
      label: 'Lupus',
      detail: 'Tired in the mornings.',
      status: 'CURRENT',
      from: -1200,
      by: tom,
    },
    amaraAnxiety: {
      about: amara,
      kind: 'MENTAL_HEALTH',
      label: 'Anxiety',
      detail: 'Sees the school counsellor.',
      status: 'CURRENT',
      nature: 'MIXED',
      by: tom,
    },
    emekaSight: {
      about: emeka,
      kind: 'DISABILITY',
      label: 'Visual impairment',
      status: 'CURRENT',
      by: tom,
    },
    emekaConviction: {
      about: emeka,
      kind: 'CONVICTION',
      label: 'Driving without insurance',
      status: 'SPENT',
      from: -3000,
      by: tom,
    },
    amaraAttendance: {
      about: amara,
      kind: 'ATTENDANCE',
      label: 'Autumn term',
      percentage: 71,
      by: bea,
    },
    chidiAttendance: {
      about: chidi,
      kind: 'ATTENDANCE',
      label: 'Autumn term',
      percentage: 84,
      by: grace,
    },
    ngoziArrears: {
      about: ngozi,
      kind: 'HOUSING',
      label: 'Rent arrears',
      detail: 'Recorded before the exclusion.',
      status: 'CURRENT',
      by: callum,
    },
    ngoziWork: {
      about: ngozi,
      kind: 'EMPLOYMENT',
      label: 'On sick leave',
      status: 'CURRENT',
      by: tom,
    },
  },
});

/** The tour family: every reader of the tour meets it. */
export const okafor = { ...home, episodes: { current } } as const;
