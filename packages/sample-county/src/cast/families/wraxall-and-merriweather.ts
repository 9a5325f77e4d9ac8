import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { parentOf } from '../model/kin.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { tom, esther, bea } = practitioners;

const kerry = person('wraxall-kerry', {
  givenName: 'Kerry',
  familyName: 'Wraxall',
  age: 27,
  sex: 'FEMALE',
  languages: ['English'],
});
/** The child's record up to the adoption order: closed with it, and leading nowhere. */
const skye = person('wraxall-skye', {
  ...pupilIdentifiers(331),
  givenName: 'Skye',
  familyName: 'Wraxall',
  age: 7,
  sex: 'FEMALE',
});
const noreen = person('merriweather-noreen', {
  givenName: 'Noreen',
  familyName: 'Merriweather',
  age: 44,
  sex: 'FEMALE',
  languages: ['English'],
});
/** The child's record since: another person here, with identifiers of its own. */
const wren = person('merriweather-wren', {
  ...pupilIdentifiers(332),
  givenName: 'Wren',
  familyName: 'Merriweather',
  age: 7,
  sex: 'FEMALE',
  educationSetting: 'Brackwater Infant School',
});

const wraxallHome = family({
  key: 'wraxall',
  number: 26,
  members: {
    kerry: { person: kerry, relationship: 'MOTHER' },
    skye: { person: skye, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Wraxall household',
      members: [kerry],
      formerMembers: [skye],
      addresses: [{ line: '44 Gasworks Lane', town: 'Eastmarl', postcode: 'MZ2 4HB', from: -1600 }],
    },
  ],
});
const merriweatherHome = family({
  key: 'merriweather',
  number: 27,
  members: {
    noreen: { person: noreen, relationship: 'MOTHER' },
    wren: { person: wren, relationship: 'ADOPTED_CHILD' },
  },
  households: [
    {
      name: 'Merriweather household',
      members: [noreen, wren],
      addresses: [
        { line: '6 Fuller Street', town: 'Brackwater', postcode: 'MZ8 6LE', from: -2200 },
      ],
    },
  ],
});

const wraxallPast = episode({
  number: 27,
  family: wraxallHome,
  status: 'CLOSED',
  level: 3,
  opened: -900,
  closed: { on: -600, because: 'STEP_UP' },
  reason: 'Help in the first years.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: kerry }] },
  record: ordinaryRecord,
  team: { esther: leads(esther, { revoked: { on: -600, cause: 'EPISODE_CLOSED' } }) },
  entries: ordinaryEntries(skye, esther),
});
const merriweatherCurrent = episode({
  number: 28,
  family: merriweatherHome,
  status: 'OPEN_TAF',
  level: 2,
  opened: -40,
  reason: 'Help at the start of school.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: noreen }] },
  record: ordinaryRecord,
  team: { tom: leads(tom), bea: joins(bea) },
  entries: ordinaryEntries(wren, tom),
});

/** The order ended the birth mother's responsibility and began the adoptive mother's. */
export const adoptionParents = [
  parentOf(kerry, skye, { until: -590 }),
  parentOf(noreen, wren, { evidence: 'Adoption certificate seen', from: -590 }),
] as const;

/** The birth family of an adopted child. */
export const wraxall = { ...wraxallHome, episodes: { past: wraxallPast } } as const;

/** The adoptive family: no row of the county names both records of the child. */
export const merriweather = {
  ...merriweatherHome,
  episodes: { current: merriweatherCurrent },
} as const;
