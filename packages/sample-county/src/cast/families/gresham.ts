import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import { restrictedJustification } from '../model/justification.ts';
import { person } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { joins, leads, reads } from './team.ts';

const { tom, kwame, rhona, sigrid, halima } = practitioners;

const tabitha = person('gresham-tabitha', {
  givenName: 'Tabitha',
  familyName: 'Gresham',
  age: 30,
  sex: 'FEMALE',
  languages: ['English'],
});
const milo = person('gresham-milo', {
  givenName: 'Milo',
  familyName: 'Gresham',
  age: 5,
  sex: 'MALE',
});

const home = family({
  key: 'gresham',
  number: 30,
  members: {
    tabitha: { person: tabitha, relationship: 'MOTHER' },
    milo: { person: milo, relationship: 'CHILD' },
  },
  households: [
    {
      name: 'Gresham household',
      members: [tabitha, milo],
      addresses: [
        { line: '70 Chalkpit Road', town: 'Cobblewick', postcode: 'MZ3 5UA', from: -640 },
      ],
    },
  ],
});

const current = episode({
  number: 31,
  family: home,
  status: 'OPEN_TAF',
  level: 2,
  opened: -55,
  reason: 'Found by matching; the family said yes to a first visit.',
  lead: tom,
  agreement: { state: 'SIGNED', signers: [{ person: tabitha }] },
  record: {
    ...ordinaryRecord,
    needs: [
      {
        outcome: 'FINANCIAL_STABILITY',
        description: 'Out of work and behind with council tax, as the match showed.',
        concerns: [tabitha],
        purposeLock: 'DEA2017_S35',
      },
      {
        outcome: 'GOOD_EDUCATION',
        description: 'Free school meals unclaimed, as the match showed.',
        concerns: [tabitha, milo],
        purposeLock: 'DEA2017_S35',
      },
      {
        outcome: 'SECURE_HOUSING',
        description: 'Housing benefit ended in March.',
        concerns: [tabitha],
        purposeLock: 'WRA2012_S131',
      },
      { outcome: 'FAMILY_RELATIONSHIPS', description: 'A break each week.', concerns: [tabitha] },
    ],
    meetings: [
      {
        held: -12,
        attendees: ['Reviewer', 'Lead professional'],
        minutes: 'What the services knew before the match, for the learning review.',
        outcome: 'Noted',
        purposeLock: 'LEARNING_REVIEW',
      },
      {
        held: -6,
        attendees: ['Tabitha', 'Lead professional'],
        minutes: 'Of a lock that nobody knows.',
        outcome: null,
        purposeLock: 'UNHEARD_OF',
      },
    ],
  },
  team: {
    tom: leads(tom),
    kwame: joins(kwame),
    rhona: joins(rhona),
    sigrid: reads(sigrid, 'SAFEGUARDING_REVIEWER', { until: 60 }),
    halima: reads(halima, 'DATA_HUB_ANALYST'),
  },
  justifications: {
    tomFinance: restrictedJustification({
      holder: tom,
      about: tabitha,
      classes: ['RESTRICTED:FINANCE'],
    }),
    rhonaFinance: restrictedJustification({
      holder: rhona,
      about: tabitha,
      classes: ['RESTRICTED:FINANCE'],
    }),
    kwameFinance: restrictedJustification({
      holder: kwame,
      about: tabitha,
      classes: ['RESTRICTED:FINANCE'],
    }),
  },
  entries: {
    debt: {
      about: tabitha,
      kind: 'FINANCE',
      label: 'Council tax arrears',
      purposeLock: 'DEA2017_S35',
      by: halima,
    },
    benefit: {
      about: tabitha,
      kind: 'FINANCE',
      label: 'Benefit claim under review',
      purposeLock: 'WRA2012_S131',
      by: halima,
    },
    plainDebt: { about: tabitha, kind: 'FINANCE', label: 'Catalogue debt', by: halima },
  },
});

/** Entries locked to the law they came under: `rhona`'s agency is listed, `kwame`'s is not, `tom` is the council. */
export const gresham = { ...home, episodes: { current } } as const;
