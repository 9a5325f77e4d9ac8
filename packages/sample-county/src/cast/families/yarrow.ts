import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { grace, tom, niamh, rhona, kwame, sian, bea, owen, callum } = practitioners;

const vera = person('yarrow-vera', {
  givenName: 'Vera',
  familyName: 'Yarrow',
  age: 42,
  sex: 'FEMALE',
  languages: ['English'],
});
const jack = person('yarrow-jack', {
  ...pupilIdentifiers(201),
  givenName: 'Jack',
  familyName: 'Yarrow',
  age: 10,
  sex: 'MALE',
  educationSetting: 'Fernhollow Primary School',
});

const home = family({
  key: 'yarrow',
  number: 20,
  members: {
    vera: { person: vera, relationship: 'MOTHER' },
    jack: { person: jack, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Yarrow household',
      members: [vera, jack],
      addresses: [
        { line: '31 Saddler Street', town: 'Fernhollow', postcode: 'MZ4 2BT', from: -1100 },
      ],
    },
  ],
});

const current = episode({
  number: 20,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -85,
  reason: 'Four services each know a part; the family asked them to put it together.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: vera }] },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    grace: joins(grace),
    niamh: joins(niamh),
    rhona: joins(rhona),
    kwame: joins(kwame),
    sian: joins(sian),
  },
  entries: {
    ...ordinaryEntries(jack, tom),
    attendanceByFernhollow: {
      about: jack,
      kind: 'ATTENDANCE',
      label: 'Autumn term',
      percentage: 82,
      by: grace,
    },
    attendanceByBrackwater: {
      about: jack,
      kind: 'ATTENDANCE',
      label: 'Transition week',
      percentage: 60,
      by: bea,
    },
    healthByMarlValley: {
      about: jack,
      kind: 'HEALTH_CONDITION',
      label: 'Asthma',
      status: 'CURRENT',
      by: niamh,
    },
    healthByEastmarl: {
      about: jack,
      kind: 'HEALTH_CONDITION',
      label: 'Tics',
      status: 'CURRENT',
      by: owen,
    },
    convictionByConstabulary: {
      about: vera,
      kind: 'CONVICTION',
      label: 'Theft',
      status: 'SPENT',
      by: rhona,
    },
    convictionByEarlyHelp: {
      about: vera,
      kind: 'CONVICTION',
      label: 'Fare evasion',
      status: 'SPENT',
      by: tom,
    },
    housingByCobblewick: {
      about: vera,
      kind: 'HOUSING',
      label: 'Rent arrears',
      status: 'CURRENT',
      by: callum,
    },
    housingByEarlyHelp: {
      about: vera,
      kind: 'HOUSING',
      label: 'Damp and mould',
      status: 'CURRENT',
      by: tom,
    },
    substanceUse: {
      about: vera,
      kind: 'SUBSTANCE_USE',
      label: 'Alcohol',
      status: 'IN_RECOVERY',
      nature: 'MIXED',
      by: tom,
    },
    domesticAbuse: {
      about: vera,
      kind: 'DOMESTIC_ABUSE',
      label: 'Past abuse disclosed',
      status: 'VICTIM',
      nature: 'MIXED',
      by: tom,
    },
    investigation: {
      about: vera,
      kind: 'INVESTIGATION',
      label: 'Alleged handling of stolen goods',
      status: 'NO_FURTHER_ACTION',
      by: rhona,
    },
    policeIncident: {
      about: vera,
      kind: 'POLICE_INCIDENT',
      label: 'Dispute in the street',
      status: 'WITNESS',
      by: rhona,
    },
    youthJustice: {
      about: jack,
      kind: 'YOUTH_JUSTICE',
      label: 'Community resolution',
      status: 'COMPLETED',
      by: rhona,
    },
    schoolExclusion: {
      about: jack,
      kind: 'SCHOOL_EXCLUSION',
      label: 'Suspension of two days',
      status: 'ENDED',
      by: grace,
    },
    schoolBehaviour: {
      about: jack,
      kind: 'SCHOOL_BEHAVIOUR',
      label: 'Leaves lessons',
      status: 'CURRENT',
      nature: 'OPINION',
      by: grace,
    },
    specialNeed: {
      about: jack,
      kind: 'SPECIAL_EDUCATIONAL_NEED',
      label: 'Speech and language',
      status: 'SEN_SUPPORT',
      by: sian,
    },
  },
});

/** Each agency recorded an entry of its own kind, and another agency one of the same kind. */
export const yarrow = { ...home, episodes: { current } } as const;
