import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { healthJustification } from '../model/justification.ts';
import { person } from '../model/person.ts';
import type { CastProcessingRestriction } from '../model/restriction.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { tom, niamh } = practitioners;

const morwenna = person('penhallow-morwenna', {
  givenName: 'Morwenna',
  familyName: 'Penhallow',
  age: 31,
  sex: 'FEMALE',
  languages: ['English'],
  gpPractice: 'Wexcombe Surgery',
  contactDetails: ['07700 900161'],
});
const jory = person('penhallow-jory', {
  givenName: 'Jory',
  familyName: 'Penhallow',
  age: 4,
  sex: 'MALE',
  gpPractice: 'Wexcombe Surgery',
});

const home = family({
  key: 'penhallow',
  number: 28,
  members: {
    morwenna: { person: morwenna, relationship: 'MOTHER' },
    jory: { person: jory, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Penhallow household',
      members: [morwenna, jory],
      addresses: [{ line: '19 Beacon Rise', town: 'Wexcombe', postcode: 'MZ5 4RW', from: -700 }],
    },
  ],
});

const current = episode({
  number: 29,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -65,
  reason: 'A first child, and an old diagnosis that is in dispute.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: morwenna }] },
  record: {
    ...ordinaryRecord,
    needs: [
      {
        outcome: 'MENTAL_AND_PHYSICAL_HEALTH',
        description: 'Rest in the afternoons.',
        concerns: [morwenna],
      },
      { outcome: 'EARLY_YEARS_DEVELOPMENT', description: 'A nursery place.', concerns: [jory] },
    ],
  },
  team: { tom: leads(tom), niamh: joins(niamh) },
  justifications: {
    morwennaHealth: healthJustification({ holder: niamh, about: morwenna }),
    joryHealth: healthJustification({ holder: niamh, about: jory }),
  },
  entries: {
    disputed: {
      about: morwenna,
      kind: 'HEALTH_CONDITION',
      label: 'Bipolar disorder',
      status: 'DISPUTED',
      by: tom,
    },
    joryHealth: {
      about: jory,
      kind: 'HEALTH_CONDITION',
      label: 'Eczema',
      status: 'CURRENT',
      by: tom,
    },
    ...ordinaryEntries(jory, tom),
  },
});

/** Details whose use the mother had restricted while their accuracy is looked into; another restriction has ended. */
export const penhallowRestrictions = {
  penhallowHealth: {
    of: morwenna,
    coordinates: ['Person.healthConditions', 'Person.gpPractice', 'Need.description'],
  },
  penhallowEnded: { of: morwenna, coordinates: ['Person.contactDetails'], until: -5 },
} as const satisfies Record<string, CastProcessingRestriction>;

/** A person who had the use of some details restricted. */
export const penhallow = { ...home, episodes: { current } } as const;
