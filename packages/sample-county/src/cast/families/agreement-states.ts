import type { CastAgreement } from '../model/agreement.ts';
import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { person } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { joins, leads } from './team.ts';

const { tom, lucia, uma, dev, noel } = practitioners;

const tarrantHome = smallFamily('tarrant', 11, {
  surname: 'Tarrant',
  parent: 'Josie',
  child: 'Ned',
});
const ibbotsonHome = smallFamily('ibbotson', 12, {
  surname: 'Ibbotson',
  parent: 'Karen',
  child: 'Lewis',
});
const keaneHome = smallFamily('keane', 13, { surname: 'Keane', parent: 'Aoife', child: 'Cian' });
const marshHome = smallFamily('marsh', 14, { surname: 'Marsh', parent: 'Della', child: 'Poppy' });

const osgoodParent = person('osgood-parent', {
  givenName: 'Frances',
  familyName: 'Osgood',
  age: 45,
});
const osgoodTeen = person('osgood-teen', { givenName: 'Jem', familyName: 'Osgood', age: 14 });
const osgoodHome = family({
  key: 'osgood',
  number: 15,
  members: {
    parent: { person: osgoodParent, relationship: 'MOTHER' },
    teen: { person: osgoodTeen, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Osgood household',
      members: [osgoodParent, osgoodTeen],
      addresses: [{ line: '15 Upper Green', town: 'Marlbridge', postcode: 'MZ1 5UG', from: -900 }],
    },
  ],
});

function open(
  number: number,
  home: typeof tarrantHome | typeof osgoodHome,
  agreement: CastAgreement | null,
) {
  return episode({
    number,
    family: home,
    status: 'OPEN_TAF',
    level: 2,
    opened: -35,
    reason: 'The school rang and the family asked what help there is.',
    lead: tom,
    agreement,
    record: ordinaryRecord,
    team: { tom: leads(tom), noel: joins(noel) },
  });
}

const tarrantCurrent = episode({
  number: 11,
  family: tarrantHome,
  status: 'AWAITING_AGREEMENT',
  level: 2,
  opened: -9,
  reason: 'Referred by the nursery; the form is with the family.',
  lead: tom,
  agreement: { state: 'OFFERED' },
  record: null,
  team: {
    tom: leads(tom),
    uma: joins(uma),
    lucia: joins(lucia),
    dev: joins(dev, { role: 'EHAST_PRACTITIONER' }),
  },
});

/** Awaiting the family's agreement: grants exist, the episode is not open. */
export const tarrant = { ...tarrantHome, episodes: { current: tarrantCurrent } } as const;

/** The family withdrew its agreement; the episode is still open. */
export const ibbotson = {
  ...ibbotsonHome,
  episodes: {
    current: open(12, ibbotsonHome, {
      state: 'WITHDRAWN',
      signers: [{ person: ibbotsonHome.persons.parent }],
      withdrawn: -2,
    }),
  },
} as const;

/** No agreement, but a recorded lawful basis (SHR-3.7.2b). */
export const keane = {
  ...keaneHome,
  episodes: {
    current: open(13, keaneHome, {
      state: 'NOT_DISCUSSED',
      basisWhenNoAgreement:
        'Public task: asking first would put the child at risk; recorded with the manager.',
    }),
  },
} as const;

/** No agreement was ever recorded, and no basis. */
export const marsh = { ...marshHome, episodes: { current: open(14, marshHome, null) } } as const;

/** The parent signed, the competent young person has not (SHR-3.4.3c). */
export const osgood = {
  ...osgoodHome,
  episodes: {
    current: open(15, osgoodHome, { state: 'PARTIAL', signers: [{ person: osgoodParent }] }),
  },
} as const;
