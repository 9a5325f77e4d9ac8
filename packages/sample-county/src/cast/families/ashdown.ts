import { agencies } from '../agencies.ts';
import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { addressId } from '../model/household.ts';
import { parentOf } from '../model/kin.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import type { CastRestriction } from '../model/restriction.ts';
import { recordId } from '../model/written.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { tom, bea, kwame, rhona } = practitioners;

const imelda = person('ashdown-imelda', {
  givenName: 'Imelda',
  familyName: 'Ashdown',
  age: 36,
  sex: 'FEMALE',
  languages: ['English'],
  contactDetails: ['07700 900141'],
});
const victor = person('ashdown-victor', {
  givenName: 'Victor',
  familyName: 'Crane',
  age: 39,
  sex: 'MALE',
  languages: ['English'],
  contactDetails: ['07700 900142'],
});
const posy = person('ashdown-posy', {
  ...pupilIdentifiers(301),
  givenName: 'Posy',
  familyName: 'Ashdown',
  age: 9,
  sex: 'FEMALE',
  educationSetting: 'Tolland Green Primary School',
});
const linus = person('ashdown-linus', {
  ...pupilIdentifiers(302),
  givenName: 'Linus',
  familyName: 'Ashdown',
  age: 6,
  sex: 'MALE',
  educationSetting: 'Tolland Green Primary School',
});

const home = family({
  key: 'ashdown',
  number: 23,
  members: {
    imelda: { person: imelda, relationship: 'MOTHER' },
    victor: { person: victor, relationship: 'FATHER' },
    posy: { person: posy, relationship: 'CHILD' },
    linus: { person: linus, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Imelda’s household',
      // Nobody has struck Victor off yet: the restriction has to hide what the register still says.
      members: [imelda, posy, linus, victor],
      addresses: [
        { line: '3 Quarry Hill', town: 'Wexcombe', postcode: 'MZ5 2TD', from: -45 },
        {
          line: '12 Viaduct Terrace',
          town: 'Marlbridge',
          postcode: 'MZ1 8SW',
          from: -1400,
          until: -45,
        },
      ],
    },
    {
      name: 'Victor’s household',
      members: [victor],
      addresses: [
        { line: '12 Viaduct Terrace', town: 'Marlbridge', postcode: 'MZ1 8SW', from: -45 },
      ],
    },
  ],
});

const current = episode({
  number: 24,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -50,
  reason: 'A mother and two children left at night and ask for help with a new start.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: imelda }] },
  record: {
    ...ordinaryRecord,
    meetings: [
      {
        held: -20,
        attendees: ['Imelda', 'Lead professional', 'School'],
        minutes: 'Where the children are collected, and by whom, was agreed.',
        outcome: 'Plan agreed',
        concerns: [imelda, posy, linus],
      },
      {
        held: -8,
        attendees: ['Imelda', 'Lead professional', 'Police'],
        minutes: 'Tuesdays at ten at the advice centre, by the side door.',
        outcome: 'Appointment fixed',
        concerns: [imelda],
      },
    ],
  },
  team: { tom: leads(tom), bea: joins(bea), kwame: joins(kwame), rhona: joins(rhona) },
  entries: {
    incident: {
      about: imelda,
      kind: 'DOMESTIC_ABUSE',
      label: 'Left after threats',
      status: 'VICTIM',
      nature: 'MIXED',
      by: rhona,
    },
    linusConcern: {
      about: linus,
      kind: 'SAFEGUARDING_CONCERN',
      label: 'Sleeps badly since the move',
      status: 'MONITORED',
      released: true,
      by: tom,
    },
    posyConcern: {
      about: posy,
      kind: 'SAFEGUARDING_CONCERN',
      label: 'Afraid of being followed',
      status: 'OPEN',
      nature: 'OPINION',
      by: tom,
    },
    posyAlert: {
      about: posy,
      kind: 'SAFETY_ALERT',
      label: 'Must not be collected by her father',
      detail: 'Ring the lead professional at once.',
      by: tom,
    },
    linusVoice: {
      about: linus,
      kind: 'VOICE',
      label: 'I miss my bike.',
      nature: 'OPINION',
      by: tom,
    },
  },
});

const [safeHousehold] = home.households;
const safeHouseholdId = safeHousehold?.id ?? '';

/** What protects a mother and her children from the father, and what a landlord must not learn. */
export const ashdownRestrictions = {
  ashdownHousehold: {
    protects: imelda,
    family: home,
    item: safeHouseholdId,
    coordinates: ['Household.id', 'Household.name', 'Household.addresses', 'Household.members'],
    from: { person: victor },
  },
  ashdownAddress: {
    protects: imelda,
    family: home,
    item: addressId(safeHouseholdId, 0),
    coordinates: ['Address.id', 'Address.line', 'Address.town', 'Address.postcode'],
    from: { person: victor },
  },
  ashdownContact: {
    protects: imelda,
    family: home,
    coordinates: ['Person.contactDetails', 'TafMeeting.minutes', 'TafMeeting.id'],
    from: { person: victor },
  },
  ashdownLinusSchool: {
    protects: imelda,
    family: home,
    item: linus.id,
    coordinates: ['Person.educationSetting', 'Person.attendance'],
    from: { person: victor },
  },
  ashdownPosy: {
    protects: posy,
    family: home,
    coordinates: ['Person.educationSetting', 'Person.voice', 'Person.safetyAlerts'],
    from: { person: victor },
  },
  ashdownAppointment: {
    protects: imelda,
    family: home,
    item: recordId(current.id, 'meeting', '1'),
    coordinates: ['TafMeeting.heldOn', 'TafMeeting.minutes', 'TafMeeting.outcome'],
    from: { agency: agencies.cobblewick },
  },
  ashdownEnded: {
    protects: imelda,
    family: home,
    coordinates: ['Person.givenName', 'Person.familyName'],
    from: { agency: agencies.brackwater },
    until: -10,
  },
} as const satisfies Record<string, CastRestriction>;

/** Both parents' responsibility is evidenced; a restriction that protects a child takes the father's for that child away. */
export const ashdownParents = [
  parentOf(imelda, posy),
  parentOf(imelda, linus),
  parentOf(victor, posy),
  parentOf(victor, linus),
] as const;

/** Separated parents at two addresses, one of them secret. */
export const ashdown = { ...home, episodes: { current } } as const;
