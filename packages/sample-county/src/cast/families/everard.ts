import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { parentOf } from '../model/kin.ts';
import type { CastPerson } from '../model/person.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { tom, bea, niamh } = practitioners;

const shared = { familyName: 'Everard', educationSetting: 'Brackwater High School' };

const noor = person('everard-noor', {
  givenName: 'Noor',
  familyName: 'Everard',
  age: 43,
  sex: 'FEMALE',
  languages: ['Urdu', 'English'],
  contactDetails: ['07700 900151', 'noor.everard@home.example'],
});
const sami = person('everard-sami', {
  ...shared,
  ...pupilIdentifiers(311),
  givenName: 'Sami',
  age: 14,
  sex: 'MALE',
  limit: 'CONFIDENTIAL',
  formerLimit: 'OPEN_TO_PARENTS',
});
const lina = person('everard-lina', {
  ...shared,
  ...pupilIdentifiers(312),
  givenName: 'Lina',
  age: 15,
  sex: 'FEMALE',
  languages: ['Urdu', 'English'],
  limit: 'SUMMARY_ONLY',
});
const idris = person('everard-idris', {
  ...shared,
  ...pupilIdentifiers(313),
  givenName: 'Idris',
  age: 16,
  sex: 'MALE',
  limit: 'OPEN_TO_PARENTS',
});
const yusuf = person('everard-yusuf', {
  ...shared,
  ...pupilIdentifiers(314),
  givenName: 'Yusuf',
  age: 13,
  sex: 'MALE',
  limit: 'OVERRIDDEN',
  formerLimit: 'CONFIDENTIAL',
});
const young: readonly CastPerson[] = [sami, lina, idris, yusuf];

const home = family({
  key: 'everard',
  number: 24,
  members: {
    noor: { person: noor, relationship: 'MOTHER' },
    sami: { person: sami, relationship: 'CHILD' },
    lina: { person: lina, relationship: 'CHILD' },
    idris: { person: idris, relationship: 'CHILD' },
    yusuf: { person: yusuf, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Everard household',
      members: [noor, ...young],
      addresses: [{ line: '27 Priory Walk', town: 'Brackwater', postcode: 'MZ8 3ND', from: -1300 }],
    },
  ],
});

const voice = (about: CastPerson, words: string) =>
  ({ about, kind: 'VOICE', label: words, nature: 'OPINION', by: bea }) as const;

const current = episode({
  number: 25,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -70,
  reason: 'Four young people who each asked for something different.',
  lead: tom,
  agreement: {
    state: 'SIGNED',
    signers: [
      { person: noor },
      ...young.map((who) => ({ person: who, competence: 'Competent: knows who reads what.' })),
    ],
  },
  record: {
    ...ordinaryRecord,
    needs: [
      { outcome: 'GOOD_EDUCATION', description: 'A quiet place for homework.', concerns: [idris] },
      {
        outcome: 'MENTAL_AND_PHYSICAL_HEALTH',
        description: 'Somebody outside the family to talk to.',
        concerns: [sami],
      },
      { outcome: 'FAMILY_RELATIONSHIPS', description: 'Meals together.', concerns: [noor, lina] },
      { outcome: 'FINANCIAL_STABILITY', description: 'The heating bill.', concerns: [noor] },
    ],
    planConcerns: [noor, lina, idris, yusuf],
    actions: [
      {
        goal: 'Meet the counsellor on Thursdays.',
        responsible: 'School',
        status: 'IN_PROGRESS',
        concerns: [sami],
      },
      {
        goal: 'Choose a sixth-form college.',
        responsible: 'Lina',
        status: 'IN_PROGRESS',
        familyRating: 6,
        concerns: [lina],
      },
      { goal: 'Ask for a payment plan.', responsible: 'Noor', status: 'DONE', concerns: [noor] },
    ],
  },
  team: { tom: leads(tom), bea: joins(bea), niamh: joins(niamh) },
  entries: {
    samiVoice: voice(sami, 'I do not want this talked about at home.'),
    linaVoice: voice(lina, 'Mum may know that I am doing all right.'),
    idrisVoice: voice(idris, 'Read this to Mum, please.'),
    yusufVoice: voice(yusuf, 'I only told the school.'),
    samiMood: {
      about: sami,
      kind: 'MENTAL_HEALTH',
      label: 'Low mood',
      status: 'CURRENT',
      by: niamh,
    },
    yusufConcern: {
      about: yusuf,
      kind: 'SAFEGUARDING_CONCERN',
      label: 'Asked to carry parcels for strangers',
      status: 'SHARED_WITH_PARENT',
      released: true,
      by: tom,
    },
    linaAttendance: {
      about: lina,
      kind: 'ATTENDANCE',
      label: 'Autumn term',
      percentage: 91,
      by: bea,
    },
  },
});

/** The mother's evidenced responsibility for each. */
export const everardParents = young.map((child) => parentOf(noor, child));

/** One young person at each level of the limit towards parents. */
export const everard = { ...home, episodes: { current } } as const;
