import { agencies } from '../agencies.ts';
import { episode } from '../model/episode.ts';
import { healthJustification } from '../model/justification.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { joins, leads, reads } from './team.ts';

const { tom, dev, rhona, ottilie, prue, gideon, hester, conrad, halima } = practitioners;

const home = smallFamily('quantock', 42, {
  surname: 'Quantock',
  parent: 'Lettice',
  child: 'Fergus',
});
const contactHome = smallFamily('pargeter', 44, {
  surname: 'Pargeter',
  parent: 'Nerys',
  child: 'Hal',
});
const { parent, child } = home.persons;

const current = episode({
  number: 43,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -72,
  reason: 'A mentor asked for help on the family’s behalf.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: parent }] },
  record: ordinaryRecord,
  team: {
    tom: leads(tom),
    rhona: joins(rhona),
    ottilie: reads(ottilie, 'REFERRING_PRACTITIONER'),
    prue: reads(prue, 'BUSINESS_SUPPORT'),
    gideon: reads(gideon, 'EARLY_HELP_MANAGER'),
    hester: reads(hester, 'HUB_WORKER'),
    halima: reads(halima, 'DATA_HUB_ANALYST'),
  },
  justifications: {
    gideonHealth: healthJustification({ holder: gideon, about: child }),
    hesterHealth: healthJustification({
      holder: hester,
      about: child,
      purpose: 'UNDERSTAND_NEEDS',
    }),
  },
  entries: {
    ...ordinaryEntries(child, tom),
    childHealth: { about: child, kind: 'HEALTH_CONDITION', label: 'Hay fever', by: tom },
    childStatus: {
      about: child,
      kind: 'SOCIAL_CARE_STATUS',
      label: 'NONE',
      detail: 'Closed after assessment; duty team 01632 960200',
      by: dev,
    },
  },
  referrals: {
    accepted: {
      reference: 'R-000001',
      referred: -80,
      reasons: 'Tired parent, late child, no relatives near.',
      outcome: 'ACCEPTED',
      recommendations: 'Bring both to the first visit.',
      notified: -70,
      by: ottilie,
    },
    another: {
      reference: 'R-000002',
      referred: -78,
      reasons: 'The officer met the child alone in town.',
      outcome: 'ACCEPTED',
      notified: -70,
      by: rhona,
      concerns: [child],
    },
  },
  notes: {
    hub: {
      kind: 'HUB',
      subject: 'Drop-in',
      text: 'Came twice to the baby group and stayed to talk.',
      by: hester,
    },
    consultation: {
      kind: 'CONSULTATION',
      subject: 'Whether social care is needed',
      text: 'Not now; consult again if the child is found alone.',
      by: conrad,
      concerns: [child],
    },
  },
  requests: {
    refused: {
      by: tom,
      holder: agencies.constabulary,
      asked: 'Call-outs to the street in the last year.',
      state: 'REFUSED',
      refusalCode: 'NOT_PROPORTIONATE',
      reasons: 'A year of a whole street tells of many others; ask about the family’s door.',
      on: -40,
      answered: -35,
    },
    shared: {
      by: rhona,
      holder: agencies.earlyHelp,
      asked: 'Who collects the child.',
      state: 'SHARED',
      on: -30,
      answered: -29,
    },
    elsewhere: {
      by: ottilie,
      holder: agencies.marlValley,
      asked: 'Whether the family is registered.',
      state: 'ASKED',
      on: -3,
    },
  },
});

const contact = episode({
  number: 45,
  family: contactHome,
  status: 'SCREENING',
  level: 1,
  opened: -3,
  reason: 'A mentor asked whom to turn to.',
  lead: dev,
  agreement: { state: 'NOT_DISCUSSED' },
  record: null,
  team: {
    dev: joins(dev, { role: 'EHAST_PRACTITIONER' }),
    conrad: reads(conrad, 'CONSULTATION_STAFF'),
    ottilie: reads(ottilie, 'REFERRING_PRACTITIONER'),
  },
  justifications: {
    conradHealth: healthJustification({
      holder: conrad,
      about: contactHome.persons.child,
      purpose: 'PROFESSIONAL_CONVERSATION',
    }),
  },
  entries: {
    ...ordinaryEntries(contactHome.persons.child, dev),
    childHealth: {
      about: contactHome.persons.child,
      kind: 'HEALTH_CONDITION',
      label: 'Croup',
      by: dev,
    },
  },
  referrals: {
    waiting: {
      reference: 'R-000003',
      referred: -3,
      reasons: 'Not sure that this is early help.',
      by: ottilie,
    },
  },
  notes: {
    consultation: {
      kind: 'CONSULTATION',
      subject: 'What to say to the family',
      text: 'Explain the notice first, then ask.',
      by: conrad,
    },
  },
});

/** A family that came by a referral and the hub, and about which agencies asked each other. */
export const quantock = { ...home, episodes: { current } } as const;

/** A contact under consultation whose referral has no outcome yet. */
export const pargeter = { ...contactHome, episodes: { contact } } as const;
