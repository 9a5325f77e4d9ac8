import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person, pupilIdentifiers } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads } from './team.ts';

const { grace, tom, bea } = practitioners;

const janet = person('quennell-janet', {
  givenName: 'Janet',
  familyName: 'Quennell',
  age: 44,
  sex: 'FEMALE',
  languages: ['English'],
});
const robin = person('quennell-robin', {
  ...pupilIdentifiers(61),
  givenName: 'Robin',
  familyName: 'Quennell',
  age: 15,
  sex: 'MALE',
  gender: 'NON_BINARY',
  educationSetting: 'Brackwater High School',
  limit: 'CONFIDENTIAL',
});
const tilly = person('quennell-tilly', {
  ...pupilIdentifiers(62),
  givenName: 'Tilly',
  familyName: 'Quennell',
  age: 13,
  sex: 'FEMALE',
  educationSetting: 'Brackwater High School',
  limit: 'SUMMARY_ONLY',
});

const home = family({
  key: 'quennell',
  number: 6,
  members: {
    janet: { person: janet, relationship: 'MOTHER' },
    robin: { person: robin, relationship: 'CHILD' },
    tilly: { person: tilly, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Quennell household',
      members: [janet, robin, tilly],
      addresses: [
        { line: '40 Yew Tree Avenue', town: 'Brackwater', postcode: 'MZ8 1XA', from: -2000 },
      ],
    },
  ],
});

const current = episode({
  number: 6,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -60,
  reason: 'Robin asked at school for someone to talk to.',
  lead: tom,
  agreement: {
    state: 'SIGNED',
    signers: [
      { person: janet },
      { person: robin, competence: 'Competent: weighed what telling a parent would mean.' },
      { person: tilly, competence: 'Competent: knows what a summary holds.' },
    ],
  },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    grace: joins(grace),
    beaRevoked: joins(bea, { revoked: { on: -7, cause: 'FAMILY_REQUEST' } }),
  },
  entries: {
    robinVoice: {
      about: robin,
      kind: 'VOICE',
      label: 'I need one place where nobody asks.',
      nature: 'OPINION',
      by: tom,
    },
    tillyVoice: {
      about: tilly,
      kind: 'VOICE',
      label: 'Robin is quieter than before.',
      nature: 'OPINION',
      by: bea,
    },
    robinMood: {
      about: robin,
      kind: 'MENTAL_HEALTH',
      label: 'Low mood',
      status: 'CURRENT',
      nature: 'MIXED',
      by: tom,
    },
    tillyAttendance: {
      about: tilly,
      kind: 'ATTENDANCE',
      label: 'Autumn term',
      percentage: 88,
      by: bea,
    },
  },
});

/** Two young people limit what their mother sees: one wholly, one to a summary. */
export const quennell = { ...home, episodes: { current } } as const;
