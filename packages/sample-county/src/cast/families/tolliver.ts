import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { parentOf } from '../model/kin.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { esther, sian } = practitioners;

const adult = (givenName: string, familyName: string, age: number, sex: 'FEMALE' | 'MALE') =>
  person(`tolliver-${givenName.toLowerCase()}`, {
    givenName,
    familyName,
    age,
    sex,
    languages: ['English'],
  });
const bronagh = adult('Bronagh', 'Tolliver', 34, 'FEMALE');
const hamish = adult('Hamish', 'Birch', 37, 'MALE');
const declan = adult('Declan', 'Roane', 40, 'MALE');
const oona = adult('Oona', 'Tolliver', 62, 'FEMALE');
const ivo = person('tolliver-ivo', {
  ...pupilIdentifiers(321),
  givenName: 'Ivo',
  familyName: 'Tolliver',
  age: 8,
  sex: 'MALE',
  educationSetting: 'Tolland Green Primary School',
});

const home = family({
  key: 'tolliver',
  number: 25,
  members: {
    bronagh: { person: bronagh, relationship: 'MOTHER' },
    hamish: { person: hamish, relationship: 'STEP_PARENT' },
    declan: { person: declan, relationship: 'FATHER' },
    oona: { person: oona, relationship: 'GRANDPARENT' },
    ivo: { person: ivo, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Tolliver household',
      members: [bronagh, hamish, ivo],
      formerMembers: [declan],
      addresses: [
        { line: '5 Elder Close', town: 'Tolland Green', postcode: 'MZ6 7GA', from: -1000 },
      ],
    },
  ],
});

const current = episode({
  number: 26,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -60,
  reason: 'Many adults love one boy; the plan has to say who decides.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: bronagh }] },
  record: {
    ...ordinaryRecord,
    needs: [
      { outcome: 'GOOD_EDUCATION', description: 'Help with reading aloud.', concerns: [ivo] },
      {
        outcome: 'FAMILY_RELATIONSHIPS',
        description: 'One set of house rules.',
        concerns: [bronagh, hamish, ivo],
      },
      { outcome: 'SECURE_HOUSING', description: 'A room for Ivo.', concerns: [bronagh, ivo] },
      { outcome: 'FINANCIAL_STABILITY', description: 'Work after the course.', concerns: [hamish] },
    ],
  },
  team: { esther: leads(esther), sian: joins(sian) },
  entries: {
    ...ordinaryEntries(ivo, esther),
    ivoEthnicity: { about: ivo, kind: 'ETHNICITY', label: 'White Irish', by: esther },
    hamishWork: { about: hamish, kind: 'EMPLOYMENT', label: 'In training', by: esther },
  },
});

/** With evidence, without, with blank evidence, and ended. */
export const tolliverParents = [
  parentOf(bronagh, ivo),
  parentOf(hamish, ivo, { evidence: null }),
  parentOf(oona, ivo, { evidence: '  ' }),
  parentOf(declan, ivo, { evidence: 'Court order seen', until: -25 }),
] as const;

/** Four adults who say that they are responsible for one child. */
export const tolliver = { ...home, episodes: { current } } as const;
