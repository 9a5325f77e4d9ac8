import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { healthJustification } from '../model/justification.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { tom, esther, marcus, bea } = practitioners;

const mina = person('sorrel-mina', {
  givenName: 'Mina',
  familyName: 'Sorrel',
  age: 33,
  sex: 'FEMALE',
  languages: ['English'],
});
const ralph = person('vance-ralph', {
  givenName: 'Ralph',
  familyName: 'Vance',
  age: 36,
  sex: 'MALE',
  languages: ['English'],
});
const tess = person('vance-tess', {
  givenName: 'Tess',
  familyName: 'Vance',
  age: 31,
  sex: 'FEMALE',
  languages: ['English'],
});
const kit = person('sorrel-kit', {
  ...pupilIdentifiers(31),
  givenName: 'Kit',
  familyName: 'Sorrel',
  age: 10,
  sex: 'MALE',
  educationSetting: 'Tolland Green Primary School',
});
const june = person('sorrel-june', {
  ...pupilIdentifiers(32),
  givenName: 'June',
  familyName: 'Sorrel',
  age: 7,
  sex: 'FEMALE',
  educationSetting: 'Tolland Green Primary School',
});

const sorrelHome = family({
  key: 'sorrel',
  number: 3,
  members: {
    mina: { person: mina, relationship: 'MOTHER' },
    kit: { person: kit, relationship: 'CHILD' },
    june: { person: june, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Sorrel household',
      members: [mina, kit, june],
      addresses: [
        { line: '22 Teasel Grove', town: 'Tolland Green', postcode: 'MZ6 2PR', from: -1000 },
      ],
    },
  ],
});

const vanceHome = family({
  key: 'vance',
  number: 4,
  members: {
    ralph: { person: ralph, relationship: 'FATHER' },
    tess: { person: tess, relationship: 'STEP_PARENT' },
    kit: { person: kit, relationship: 'CHILD' },
    june: { person: june, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Vance household',
      members: [ralph, tess, kit, june],
      addresses: [{ line: '9 Ropewalk', town: 'Hartsedge', postcode: 'MZ7 5YS', from: -600 }],
    },
  ],
});

const sorrelCurrent = episode({
  number: 3,
  family: sorrelHome,
  status: 'OPEN_TAF',
  level: 3,
  opened: -100,
  reason: 'Speech and sleep; the mother asked for help.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: mina }] },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    marcus: joins(marcus, { relationship: 'Speech therapy for Kit' }),
    beaNotYet: joins(bea, { from: 14 }),
  },
  entries: {
    kitVoice: {
      about: kit,
      kind: 'VOICE',
      label: 'At Mum’s I sleep with the light on.',
      nature: 'OPINION',
      by: tom,
    },
    kitHearing: {
      about: kit,
      kind: 'HEALTH_CONDITION',
      label: 'Glue ear',
      status: 'CURRENT',
      by: tom,
    },
    juneEczema: {
      about: june,
      kind: 'HEALTH_CONDITION',
      label: 'Eczema',
      status: 'CURRENT',
      by: tom,
    },
  },
});

const vanceCurrent = episode({
  number: 4,
  family: vanceHome,
  status: 'OPEN_TAF',
  level: 2,
  opened: -80,
  reason: 'Two homes, two sets of rules; the father asked for mediation.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: ralph }, { person: tess }] },
  record: ordinaryRecord,
  team: {
    esther: leads(esther),
    marcusRevoked: joins(marcus, { revoked: { on: -15, cause: 'SUPPORT_ENDED' } }),
    beaRoleNotHeld: joins(bea, {
      role: 'LEAD_PROFESSIONAL',
      relationship: 'Led until the role ended',
    }),
  },
  justifications: {
    kitHealth: healthJustification({ holder: marcus, about: kit }),
  },
  entries: {
    kitVoice: {
      about: kit,
      kind: 'VOICE',
      label: 'At Dad’s I share a room.',
      nature: 'OPINION',
      by: esther,
    },
    kitSleep: {
      about: kit,
      kind: 'HEALTH_CONDITION',
      label: 'Night terrors',
      status: 'CURRENT',
      by: esther,
    },
    ralphWork: { about: ralph, kind: 'EMPLOYMENT', label: 'Shift work', by: esther },
  },
});

/** Siblings Kit and June belong to this family and to the next; one worker has a grant here and a justification there. */
export const sorrel = { ...sorrelHome, episodes: { current: sorrelCurrent } } as const;

/** The siblings' other family. */
export const vance = { ...vanceHome, episodes: { current: vanceCurrent } } as const;
