import { agencies } from '../agencies.ts';
import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { healthJustification } from '../model/justification.ts';
import { person } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads, overrides } from './team.ts';

const { tom, owen, bea, odile } = practitioners;

const signe = person('lindqvist-signe', {
  givenName: 'Signe',
  familyName: 'Lindqvist',
  age: 29,
  sex: 'FEMALE',
  languages: ['Swedish', 'English'],
});
const elin = person('lindqvist-elin', {
  givenName: 'Elin',
  familyName: 'Lindqvist',
  age: 5,
  sex: 'FEMALE',
  languages: ['Swedish', 'English'],
});

const home = family({
  key: 'lindqvist',
  number: 5,
  members: {
    signe: { person: signe, relationship: 'MOTHER' },
    elin: { person: elin, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Lindqvist household',
      members: [signe, elin],
      addresses: [{ line: '17 Weavers Mead', town: 'Eastmarl', postcode: 'MZ2 9LJ', from: -500 }],
    },
  ],
});

const current = episode({
  number: 5,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -75,
  reason: 'New to the county, with a small child and few people to ask.',
  lead: tom,
  agreement: {
    state: 'SIGNED_WITH_EXCLUSIONS',
    signers: [{ person: signe }],
    exclusions: {
      signeHealth: {
        agency: agencies.eastmarl,
        details: { coordinates: ['Person.healthConditions'], person: signe },
        reason:
          'Signe was a patient there and does not want an old diagnosis to lead; viable without it.',
      },
      endedSchool: {
        agency: agencies.brackwater,
        reason: 'A worry about a cousin who works there; taken back by the family.',
        until: -30,
      },
    },
  },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    owen: joins(owen),
    bea: joins(bea),
    odile: overrides(odile, {
      persons: [signe],
      override: {
        reason: 'She came in at night with injuries that she does not explain.',
        noOtherWay: 'Nobody of the team answers before the morning.',
      },
    }),
  },
  justifications: {
    signeHealth: healthJustification({ holder: owen, about: signe }),
    elinHealth: healthJustification({ holder: owen, about: elin }),
    signeTonight: healthJustification({
      holder: odile,
      about: signe,
      classes: ['PERSONAL', 'SPECIAL_CATEGORY:HEALTH'],
      purpose: 'SAFEGUARDING',
      relevance: 'She came in at night with injuries that she does not explain.',
      alternatives: 'Nobody of the team answers before the morning.',
      withOverride: 'odile',
      from: -1,
      until: 1,
    }),
  },
  entries: {
    signeThyroid: {
      about: signe,
      kind: 'HEALTH_CONDITION',
      label: 'Thyroid condition',
      status: 'CURRENT',
      by: tom,
    },
    elinAllergy: {
      about: elin,
      kind: 'HEALTH_CONDITION',
      label: 'Nut allergy',
      status: 'CURRENT',
      by: tom,
    },
  },
});

/**
 * A detail exclusion: one agency, one field, one person, and an override by somebody of that agency; and a whole-agency
 * exclusion that has ended.
 */
export const lindqvist = { ...home, episodes: { current } } as const;
