import type { CastEntry } from '../model/entry.ts';
import { episode } from '../model/episode.ts';
import { family } from '../model/family.ts';
import {
  healthJustification,
  offenceJustification,
  restrictedJustification,
} from '../model/justification.ts';
import type { CastPerson } from '../model/person.ts';
import { person } from '../model/person.ts';
import { practitioners } from '../practitioners.ts';
import { ordinaryRecord } from './ordinary-record.ts';
import { leads } from './team.ts';

const { joel, owen, rhona, esther, tom } = practitioners;

function relative<const K extends string>(key: K, givenName: string): CastPerson {
  return person(`merrow-${key}`, {
    givenName,
    familyName: 'Merrow',
    age: 24,
    languages: ['English'],
  });
}

/** One grown-up relative for each way a justification can stand; the key says which. */
const persons = {
  healthComplete: relative('healthComplete', 'Abel'),
  healthUnderParagraph6: relative('healthUnderParagraph6', 'Bettany'),
  healthExpired: relative('healthExpired', 'Cormac'),
  healthNotBegun: relative('healthNotBegun', 'Dinah'),
  healthStruck: relative('healthStruck', 'Edwin'),
  healthWithdrawn: relative('healthWithdrawn', 'Flora'),
  healthDraft: relative('healthDraft', 'Gareth'),
  healthOtherPurpose: relative('healthOtherPurpose', 'Hester'),
  healthOtherClass: relative('healthOtherClass', 'Ivor'),
  healthNoArticle9: relative('healthNoArticle9', 'Jessamy'),
  healthNoParagraph: relative('healthNoParagraph', 'Kenelm'),
  healthNoAbsenceReason: relative('healthNoAbsenceReason', 'Lettice'),
  healthBlankRelevance: relative('healthBlankRelevance', 'Martin'),
  offenceComplete: relative('offenceComplete', 'Nerys'),
  offenceNoArticle10: relative('offenceNoArticle10', 'Oswin'),
  offenceUnapproved: relative('offenceUnapproved', 'Peggy'),
  offenceSelfApproved: relative('offenceSelfApproved', 'Quentin'),
  restrictedComplete: relative('restrictedComplete', 'Rosamund'),
  restrictedBlankRelevance: relative('restrictedBlankRelevance', 'Selwyn'),
} as const;

const home = family({
  key: 'merrow',
  number: 7,
  members: Object.fromEntries(
    Object.entries(persons).map(([key, each]) => [
      key,
      { person: each, relationship: 'OTHER_RELATIVE' },
    ]),
  ),
  households: [
    {
      name: 'Merrow farmhouse',
      members: Object.values(persons),
      addresses: [{ line: 'Marl Pit Farm', town: 'Stonebeck', postcode: 'MZ10 6TF', from: -3000 }],
    },
  ],
});

const entries = Object.fromEntries(
  Object.entries(persons).flatMap(([key, about]): [string, CastEntry][] => [
    [
      `${key}Health`,
      { about, kind: 'HEALTH_CONDITION', label: 'Migraine', status: 'CURRENT', by: owen },
    ],
    [
      `${key}Conviction`,
      { about, kind: 'CONVICTION', label: 'Trespass on the railway', status: 'SPENT', by: rhona },
    ],
    [`${key}Housing`, { about, kind: 'HOUSING', label: 'Overcrowded', status: 'CURRENT', by: tom }],
  ]),
);

const health = (about: CastPerson, facts = {}) =>
  healthJustification({ holder: joel, about, ...facts });

const current = episode({
  number: 7,
  family: home,
  status: 'OPEN_TAF',
  level: 3,
  opened: -50,
  reason: 'A large household that shares one kitchen and one worry.',
  lead: joel,
  agreement: { state: 'SIGNED', signers: Object.values(persons).map((each) => ({ person: each })) },
  record: ordinaryRecord,
  team: { joel: leads(joel) },
  justifications: {
    healthComplete: health(persons.healthComplete),
    healthUnderParagraph6: health(persons.healthUnderParagraph6, {
      schedule1Paragraph: '6',
      absenceOfConsentReason: null,
    }),
    healthExpired: health(persons.healthExpired, { from: -40, until: -2 }),
    healthNotBegun: health(persons.healthNotBegun, { from: 5 }),
    healthStruck: health(persons.healthStruck, { state: 'STRUCK' }),
    healthWithdrawn: health(persons.healthWithdrawn, { state: 'WITHDRAWN' }),
    healthDraft: health(persons.healthDraft, { state: 'DRAFT' }),
    healthOtherPurpose: health(persons.healthOtherPurpose, { purpose: 'TRACK_OUTCOMES' }),
    healthOtherClass: health(persons.healthOtherClass, { classes: ['SPECIAL_CATEGORY:RELIGION'] }),
    healthNoArticle9: health(persons.healthNoArticle9, { article9: null }),
    healthNoParagraph: health(persons.healthNoParagraph, { schedule1Paragraph: null }),
    healthNoAbsenceReason: health(persons.healthNoAbsenceReason, { absenceOfConsentReason: null }),
    healthBlankRelevance: health(persons.healthBlankRelevance, { relevance: '   ' }),
    offenceComplete: offenceJustification({
      holder: joel,
      about: persons.offenceComplete,
      approvedBy: esther,
    }),
    offenceNoArticle10: offenceJustification({
      holder: joel,
      about: persons.offenceNoArticle10,
      approvedBy: esther,
      article10: null,
    }),
    offenceUnapproved: offenceJustification({
      holder: joel,
      about: persons.offenceUnapproved,
      approvedBy: null,
    }),
    offenceSelfApproved: offenceJustification({
      holder: joel,
      about: persons.offenceSelfApproved,
      approvedBy: joel,
    }),
    restrictedComplete: restrictedJustification({
      holder: joel,
      about: persons.restrictedComplete,
      classes: ['RESTRICTED:HOUSING'],
    }),
    restrictedBlankRelevance: restrictedJustification({
      holder: joel,
      about: persons.restrictedBlankRelevance,
      classes: ['RESTRICTED:HOUSING'],
      relevance: '',
    }),
  },
  entries,
});

/** A person for every way in which a justification is complete, incomplete, or not live. */
export const merrow = { ...home, persons, episodes: { current } } as const;
