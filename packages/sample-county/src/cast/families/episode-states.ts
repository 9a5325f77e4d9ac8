import { episode } from '../model/episode.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryEntries } from './ordinary-entries.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { smallFamily } from './small-family.ts';
import { joins, leads } from './team.ts';

const { tom, esther, dev, noel, joel } = practitioners;

const farrowHome = smallFamily('farrow', 16, {
  surname: 'Farrow',
  parent: 'Stella',
  child: 'Bill',
});
const garsideHome = smallFamily('garside', 17, {
  surname: 'Garside',
  parent: 'Moira',
  child: 'Tamsin',
});
const ruskHome = smallFamily('rusk', 18, { surname: 'Rusk', parent: 'Gwen', child: 'Arlo' });
const delaneyHome = smallFamily('delaney', 21, {
  surname: 'Delaney',
  parent: 'Sorcha',
  child: 'Finn',
});

const farrowContact = episode({
  number: 16,
  family: farrowHome,
  status: 'SCREENING',
  level: 1,
  opened: -4,
  reason: 'A neighbour rang the front door; the family does not know yet.',
  lead: dev,
  agreement: { state: 'NOT_DISCUSSED' },
  record: null,
  team: {
    dev: joins(dev, { role: 'EHAST_PRACTITIONER', relationship: 'Screens the contact' }),
    tom: leads(tom),
  },
  entries: {
    history: {
      about: farrowHome.persons.child,
      kind: 'SOCIAL_CARE',
      label: 'Assessment, no further action',
      status: 'CLOSED',
      by: dev,
    },
  },
});

const garsideClosed = episode({
  number: 17,
  family: garsideHome,
  status: 'CLOSED',
  level: 2,
  opened: -300,
  closed: { on: -120, because: 'OUTCOMES_MET' },
  reason: 'Support after a move.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: garsideHome.persons.parent }] },
  record: ordinaryRecord,
  entries: ordinaryEntries(garsideHome.persons.child, tom),
  team: {
    tomEnded: leads(tom, { revoked: { on: -120, cause: 'EPISODE_CLOSED' } }),
    joelUnrevoked: joins(joel),
  },
});

const ruskSteppedUp = episode({
  number: 18,
  family: ruskHome,
  status: 'STEPPED_UP',
  level: 4,
  opened: -130,
  reason: 'Began as help with routines.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: ruskHome.persons.parent }] },
  record: ordinaryRecord,
  entries: ordinaryEntries(ruskHome.persons.child, esther),
  team: { esther: leads(esther), joel: joins(joel) },
  transitions: [
    { from: 2, to: 3, reason: 'More than one service is needed.' },
    { from: 3, to: 4, reason: 'A safeguarding risk needs a statutory assessment.' },
  ],
});

const delaneyPast = episode({
  number: 21,
  family: delaneyHome,
  status: 'CLOSED',
  level: 2,
  opened: -700,
  closed: { on: -500, because: 'DISENGAGED' },
  reason: 'First time in early help.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: delaneyHome.persons.parent }] },
  record: ordinaryRecord,
  entries: ordinaryEntries(delaneyHome.persons.child, esther),
  team: {
    esther: leads(esther, { revoked: { on: -500, cause: 'EPISODE_CLOSED' } }),
    noelUnrevoked: joins(noel),
  },
});

const delaneyCurrent = episode({
  number: 22,
  family: delaneyHome,
  status: 'REOPENED',
  level: 2,
  opened: -25,
  reason: 'A new need after a year without support.',
  lead: esther,
  agreement: { state: 'SIGNED', signers: [{ person: delaneyHome.persons.parent }] },
  record: ordinaryRecord,
  entries: ordinaryEntries(delaneyHome.persons.child, esther),
  team: { esther: leads(esther) },
});

/** A new contact under screening, before anybody spoke with the family. */
export const farrow = { ...farrowHome, episodes: { contact: farrowContact } } as const;

/** Closed, yet one grant was never revoked. */
export const garside = { ...garsideHome, episodes: { closed: garsideClosed } } as const;

/** Stepped up to statutory services. */
export const rusk = { ...ruskHome, episodes: { steppedUp: ruskSteppedUp } } as const;

/** A closed episode and a later one: grants of the first stay dead in the second. */
export const delaney = {
  ...delaneyHome,
  episodes: { past: delaneyPast, current: delaneyCurrent },
} as const;
