import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { grace, tom, bea } = practitioners;

const carys = person('hollis-carys', {
  givenName: 'Carys',
  familyName: 'Hollis',
  age: 34,
  sex: 'FEMALE',
  languages: ['English', 'Welsh'],
});
const dan = person('hollis-dan', {
  givenName: 'Dan',
  familyName: 'Hollis',
  age: 36,
  sex: 'MALE',
  languages: ['English'],
});
const ruby = person('hollis-ruby', {
  ...pupilIdentifiers(81),
  givenName: 'Ruby',
  familyName: 'Hollis',
  age: 6,
  sex: 'FEMALE',
  educationSetting: 'Fernhollow Primary School',
});
const unborn = person('hollis-unborn', { expected: 75 });
const edna = person('hollis-edna', {
  givenName: 'Edna',
  familyName: 'Hollis',
  age: 81,
  sex: 'FEMALE',
  deceased: -30,
});

const home = family({
  key: 'hollis',
  number: 8,
  members: {
    carys: { person: carys, relationship: 'MOTHER' },
    dan: { person: dan, relationship: 'FATHER' },
    ruby: { person: ruby, relationship: 'ADOPTED_CHILD' },
    unborn: { person: unborn, relationship: 'UNBORN_CHILD' },
    edna: { person: edna, relationship: 'GRANDPARENT' },
  },
  households: [
    {
      name: 'Hollis household',
      members: [carys, dan, ruby],
      formerMembers: [edna],
      addresses: [
        { line: '2 Ladywell Gardens', town: 'Fernhollow', postcode: 'MZ4 6UG', from: -1800 },
      ],
    },
  ],
});

const current = episode({
  number: 8,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -55,
  reason: 'A death, a pregnancy and an adoption in one year.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: carys }, { person: dan }] },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    grace: joins(grace),
    beaSuspended: joins(bea, { suspended: -4 }),
  },
  entries: {
    rubyHistory: {
      about: ruby,
      kind: 'SOCIAL_CARE',
      label: 'Adoption order made',
      status: 'CLOSED',
      by: tom,
    },
    ednaHealth: {
      about: edna,
      kind: 'HEALTH_CONDITION',
      label: 'Heart failure',
      status: 'PAST',
      by: tom,
    },
    unbornScan: {
      about: unborn,
      kind: 'HEALTH_CONDITION',
      label: 'Follow-up scan',
      status: 'CURRENT',
      by: tom,
    },
  },
});

/** An adopted child, an unborn child and a grandparent who has died. */
export const hollis = { ...home, episodes: { current } } as const;
