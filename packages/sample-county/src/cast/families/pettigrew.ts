import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads, reads } from './team.ts';

const { esther, bea, greer } = practitioners;

const shared = { familyName: 'Pettigrew', languages: ['English'] };
const mabel = person('pettigrew-mabel', { ...shared, givenName: 'Mabel', age: 38, sex: 'FEMALE' });
const dottie = person('pettigrew-dottie', {
  ...shared,
  ...pupilIdentifiers(341),
  givenName: 'Dottie',
  age: 13,
  sex: 'FEMALE',
});
const stan = person('pettigrew-stan', {
  ...shared,
  ...pupilIdentifiers(342),
  givenName: 'Stan',
  age: 10,
  sex: 'MALE',
});

const home = family({
  key: 'pettigrew',
  number: 41,
  members: {
    mabel: { person: mabel, relationship: 'MOTHER' },
    dottie: { person: dottie, relationship: 'CHILD' },
    stan: { person: stan, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Pettigrew household',
      members: [mabel, dottie, stan],
      addresses: [{ line: '2 Kiln Bank', town: 'Eastmarl', postcode: 'MZ2 7LA', from: -980 }],
    },
  ],
});

const current = episode({
  number: 42,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -88,
  reason: 'Two children who find friends hard to keep.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: mabel }] },
  record: {
    ...ordinaryRecord,
    actions: [
      ...ordinaryRecord.actions,
      {
        goal: 'Come to the group for one term.',
        responsible: 'Dottie',
        status: 'IN_PROGRESS',
        by: greer,
        concerns: [dottie],
      },
    ],
  },
  team: {
    esther: leads(esther),
    bea: joins(bea),
    greer: reads(greer, 'GROUP_WORK_PROVIDER', { persons: [dottie] }),
  },
  entries: {
    dottieGroup: {
      about: dottie,
      kind: 'GROUP_WORK',
      label: 'Friendship group',
      detail: 'Spoke up for another child.',
      percentage: 90,
      by: greer,
    },
    stanGroup: {
      about: stan,
      kind: 'GROUP_WORK',
      label: 'Boxing club',
      detail: 'Comes early.',
      percentage: 75,
      by: esther,
    },
    dottieCaring: {
      about: dottie,
      kind: 'CARING_ROLE',
      label: 'Gets her brother up, cooks, and is there at night.',
      detail: 'Late most Mondays.',
      status: 'Every day, about 15 hours a week',
      by: esther,
    },
    mabelCared: {
      about: mabel,
      kind: 'CARE_RECEIVED',
      label: 'Help to get up when her joints are stiff',
      detail: 'Worse in winter.',
      caringRole: 'dottieCaring',
      by: bea,
    },
    stanOrder: {
      about: stan,
      kind: 'COURT_ORDER',
      label: 'CHILD_ARRANGEMENTS',
      detail: 'Lives with his mother; every other weekend at his father’s.',
      status: 'Esther Quill, the sealed copy',
      seen: -80,
      from: -300,
      released: true,
      by: esther,
    },
    dottieAlert: {
      about: dottie,
      kind: 'SAFETY_ALERT',
      label: 'Severe nut allergy',
      detail: 'Adrenaline pen; ring 999.',
      released: true,
      by: bea,
    },
    dottieVoice: {
      about: dottie,
      kind: 'VOICE',
      label: 'In the group nobody laughs at me.',
      nature: 'OPINION',
      by: greer,
    },
    dottieConcern: {
      about: dottie,
      kind: 'SAFEGUARDING_CONCERN',
      label: 'Came without a coat in the snow',
      status: 'REPORTED',
      by: greer,
    },
    stanConcern: {
      about: stan,
      kind: 'SAFEGUARDING_CONCERN',
      label: 'A bruise he would not explain',
      status: 'OPEN',
      by: bea,
    },
  },
});

/** A group-work provider whose grant reaches one child of two. */
export const pettigrew = { ...home, episodes: { current } } as const;
