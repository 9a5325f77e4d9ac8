import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { grace, tom, bea } = practitioners;

const laura = person('pemberton-laura', {
  givenName: 'Laura',
  familyName: 'Pemberton',
  age: 35,
  sex: 'FEMALE',
  languages: ['English'],
});
const greg = person('pemberton-greg', {
  givenName: 'Greg',
  familyName: 'Stannard',
  contactDetails: ['07700 900122'],
  age: 37,
  sex: 'MALE',
  languages: ['English'],
});
const isla = person('pemberton-isla', {
  ...pupilIdentifiers(21),
  givenName: 'Isla',
  familyName: 'Pemberton-Stannard',
  age: 8,
  sex: 'FEMALE',
  languages: ['English'],
  educationSetting: 'Fernhollow Primary School',
});

const home = family({
  key: 'pemberton',
  number: 2,
  members: {
    laura: { person: laura, relationship: 'MOTHER' },
    greg: { person: greg, relationship: 'FATHER' },
    isla: { person: isla, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Laura’s household',
      members: [laura, isla],
      formerMembers: [greg],
      addresses: [
        { line: '8 Bakehouse Lane', town: 'Fernhollow', postcode: 'MZ4 1HB', from: -1600 },
      ],
    },
    {
      name: 'Greg’s household',
      members: [greg, isla],
      addresses: [
        { line: 'Flat 2, 61 Canal Side', town: 'Quayside', postcode: 'MZ9 3DW', from: -300 },
        { line: '5 Heron Drive', town: 'Wexcombe', postcode: 'MZ5 8NE', from: -410, until: -300 },
      ],
    },
  ],
});

const current = episode({
  number: 2,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -90,
  reason: 'Parents live apart and want one plan that both homes keep.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: laura }, { person: greg }] },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    grace: joins(grace),
    beaExpired: joins(bea, { until: -3 }),
  },
  entries: {
    ...ordinaryEntries(isla, tom),
    islaAttendance: {
      about: isla,
      kind: 'ATTENDANCE',
      label: 'Spring term',
      percentage: 93,
      by: tom,
    },
    islaEthnicity: { about: isla, kind: 'ETHNICITY', label: 'White British', by: tom },
    lauraDebt: { about: laura, kind: 'FINANCE', label: 'Debt', by: tom },
  },
});

/** Separated parents at two present addresses; the child lives in both homes. */
export const pemberton = { ...home, episodes: { current } } as const;
