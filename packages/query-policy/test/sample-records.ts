import type { ClassKey, DataDictionary, OracleRow } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { EpisodeLink, RowBinding } from '../src/index.ts';
import {
  CHILD,
  CLINIC,
  COLLEAGUE,
  EPISODE_A,
  EPISODE_B,
  EPISODE_C,
  FAMILY_F,
  FAMILY_G,
  HOUSEHOLD,
  id,
  PARENT,
  SCHOOL,
  TEACHER,
} from './county.ts';

/** Rows of every kind of belonging in one table. */
export const record = pgSchema('sample').table('record', {
  id: uuid().primaryKey(),
  type: text().notNull(),
  episodeId: uuid('episode_id'),
  familyId: uuid('family_id'),
  personId: uuid('person_id'),
  agencyId: uuid('agency_id'),
  accountId: uuid('account_id'),
  concerns: uuid().array(),
  rowClass: text('row_class'),
  purposeLock: text('purpose_lock'),
  householdId: uuid('household_id'),
  parties: uuid().array(),
  ofUnnamedFamily: boolean('of_unnamed_family'),
  receivedOn: date('received_on'),
  kind: text(),
  rating: integer(),
});
export type SampleRecord = typeof record.$inferSelect;

const FIELDS: Readonly<Record<string, ClassKey>> = {
  id: 'OPERATIONAL',
  name: 'PERSONAL',
  reason: 'PERSONAL',
  health: 'SPECIAL_CATEGORY:HEALTH',
  offence: 'CRIMINAL_OFFENCE',
  kind: 'OPERATIONAL',
  rating: 'OPERATIONAL',
};

const column = (name: keyof typeof record.$inferSelect): SQL => sql`${record[name]}`;

const handling = { rowClass: column('rowClass'), purposeLock: column('purposeLock') };
const ofEpisode: EpisodeLink = { kind: 'EPISODE', episodeId: column('episodeId') };

const ofPerson = column('personId');

/** How each sample type is reached, and what its predicates speak about; what has no id of its own is known by the record's. */
const LINKS: Readonly<
  Record<string, Omit<RowBinding, 'attribute' | 'rowId'> & { readonly rowId?: SQL }>
> = {
  Episode: { link: ofEpisode },
  Need: {
    link: ofEpisode,
    agencyId: column('agencyId'),
    concerns: column('concerns'),
    ...handling,
  },
  Family: { link: { kind: 'FAMILY', familyId: column('familyId') } },
  Household: {
    link: { kind: 'FAMILY', familyId: column('familyId') },
    householdId: column('householdId'),
  },
  Person: {
    link: { kind: 'PERSON', personId: ofPerson },
    rowId: ofPerson,
    personId: ofPerson,
  },
  HealthCondition: {
    link: { kind: 'PERSON_ENTRY', personId: column('personId'), episodeId: column('episodeId') },
    personId: column('personId'),
    agencyId: column('agencyId'),
    ...handling,
  },
  AgreementSigner: {
    link: ofEpisode,
    personId: column('personId'),
    concerns: sql`ARRAY[${column('personId')}]`,
  },
  Exclusion: {
    link: ofEpisode,
    agencyId: column('agencyId'),
    personId: column('personId'),
    concerns: sql`array_remove(ARRAY[${column('personId')}], NULL)`,
  },
  InformationRequest: { link: ofEpisode, parties: column('parties') },
  MatchCandidate: {
    link: { kind: 'NONE' },
    receivedOn: column('receivedOn'),
    purposeLock: column('purposeLock'),
  },
  Practitioner: {
    link: { kind: 'COLLEAGUE', accountId: column('accountId') },
    accountId: column('accountId'),
  },
  AccessGrant: { link: ofEpisode, accountId: column('accountId') },
  AccessEvent: {
    link: ofEpisode,
    accountId: column('accountId'),
    ofUnnamedFamily: column('ofUnnamedFamily'),
  },
  Agency: { link: { kind: 'NONE' } },
};

export const TYPES = Object.keys(LINKS);
export const DICTIONARY: DataDictionary = new Map(
  TYPES.map((type) => [type, new Map(Object.entries(FIELDS))]),
);
export const FIELD_NAMES = Object.keys(FIELDS);

export function bindingOf(type: string): RowBinding {
  const links = LINKS[type];
  if (links === undefined) throw new Error(`No sample of ${type}.`);
  return {
    rowId: column('id'),
    ...links,
    attribute: (name) => (name === 'kind' || name === 'rating' ? column(name) : undefined),
  };
}

const NOTHING = {
  episodeId: null,
  familyId: null,
  personId: null,
  agencyId: null,
  accountId: null,
  concerns: null,
  rowClass: null,
  purposeLock: null,
  householdId: null,
  parties: null,
  ofUnnamedFamily: null,
  receivedOn: null,
};
const EPISODES = [EPISODE_A, EPISODE_B, EPISODE_C];
const AGENCIES = [SCHOOL, CLINIC, null];
const CONCERNED = [[], [CHILD], [PARENT], [CHILD, PARENT]];
const CLASSES = [null, null, null, null, 'SPECIAL_CATEGORY:HEALTH', 'CRIMINAL_OFFENCE', 'NO_CLASS'];
const LOCKS = [
  ...Array.from({ length: 7 }, () => null),
  'DEA2017_S35',
  'WRA2012_S131',
  'LEARNING_REVIEW',
  'NO_LOCK',
];

const belongings: readonly (Partial<SampleRecord> & { readonly type: string })[] = [
  ...EPISODES.map((episodeId) => ({ type: 'Episode', episodeId })),
  ...EPISODES.flatMap((episodeId) =>
    AGENCIES.flatMap((agencyId) =>
      CONCERNED.map((concerns) => ({ type: 'Need', episodeId, agencyId, concerns })),
    ),
  ),
  ...EPISODES.flatMap((episodeId) => [
    ...[CHILD, PARENT].map((personId) => ({ type: 'AgreementSigner', episodeId, personId })),
    ...[[SCHOOL, CLINIC], [CLINIC, CLINIC], []].map((parties) => ({
      type: 'InformationRequest',
      episodeId,
      parties,
    })),
  ]),
  ...['2024-06-11', '2024-06-12', '2025-06-11', '2025-06-12', null].map((receivedOn) => ({
    type: 'MatchCandidate',
    receivedOn,
  })),
  ...[FAMILY_F, FAMILY_G].map((familyId) => ({
    type: 'Household',
    familyId,
    householdId: HOUSEHOLD,
  })),
  ...[FAMILY_F, FAMILY_G].map((familyId) => ({ type: 'Family', familyId })),
  ...[CHILD, PARENT].map((personId) => ({ type: 'Person', personId })),
  ...[CHILD, PARENT].flatMap((personId) =>
    [...EPISODES, null].flatMap((episodeId) =>
      AGENCIES.map((agencyId) => ({ type: 'HealthCondition', personId, episodeId, agencyId })),
    ),
  ),
  ...[TEACHER, COLLEAGUE].map((accountId) => ({ type: 'Practitioner', accountId })),
  ...[TEACHER, COLLEAGUE].flatMap((accountId) =>
    EPISODES.map((episodeId) => ({ type: 'AccessGrant', accountId, episodeId })),
  ),
  ...[...EPISODES, null].map((episodeId) => ({
    type: 'AccessEvent',
    accountId: COLLEAGUE,
    episodeId,
    ofUnnamedFamily: false,
  })),
  { type: 'AccessEvent', accountId: COLLEAGUE, ofUnnamedFamily: true },
  { type: 'Agency' },
  ...EPISODES.flatMap((episodeId) =>
    [CHILD, PARENT, null].map((personId) => ({ type: 'Exclusion', episodeId, personId })),
  ),
  { type: 'Exclusion', episodeId: EPISODE_A, agencyId: SCHOOL },
];

const HANDLED: ReadonlySet<string> = new Set(['Need', 'HealthCondition']);

/** A row of every belonging, with kinds and ratings that are often null. */
export const RECORDS: readonly SampleRecord[] = belongings.map((belonging, index) => ({
  ...NOTHING,
  ...belonging,
  id: id(7, index),
  ...(HANDLED.has(belonging.type) ? { rowClass: CLASSES[index % CLASSES.length] ?? null } : {}),
  ...(HANDLED.has(belonging.type) || belonging.type === 'MatchCandidate'
    ? { purposeLock: LOCKS[index % LOCKS.length] ?? null }
    : {}),
  kind: [null, 'Oak', ''][index % 3] ?? null,
  rating: [1, null, -2, 0][index % 4] ?? null,
}));

/** The same row as the oracle is asked about it. */
export function oracleRow(one: SampleRecord): OracleRow {
  const { type, episodeId, familyId, personId, agencyId, accountId, kind, rating } = one;
  const { concerns, rowClass, purposeLock, householdId, parties, ofUnnamedFamily, receivedOn } =
    one;
  const about = {
    rowId: type === 'Person' && personId !== null ? personId : one.id,
    familyId,
    personId,
    agencyId,
    accountId,
    concerns: type === 'AgreementSigner' && personId !== null ? [personId] : concerns,
    rowClass,
    purposeLock,
    householdId,
    parties,
    ofUnnamedFamily,
    receivedOn,
  };
  return {
    type,
    attributes: { id: one.id, kind, rating },
    about:
      type === 'HealthCondition'
        ? { ...about, entryEpisodeId: episodeId }
        : { ...about, episodeId },
  };
}
