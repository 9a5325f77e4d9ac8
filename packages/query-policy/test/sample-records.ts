import type { ClassKey, DataDictionary, OracleRow } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { integer, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
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
  kind: text(),
  rating: integer(),
});
export type SampleRecord = typeof record.$inferSelect;

const FIELDS: Readonly<Record<string, ClassKey>> = {
  id: 'OPERATIONAL',
  name: 'PERSONAL',
  health: 'SPECIAL_CATEGORY:HEALTH',
  offence: 'CRIMINAL_OFFENCE',
  kind: 'OPERATIONAL',
  rating: 'OPERATIONAL',
};

const column = (name: keyof typeof record.$inferSelect): SQL => sql`${record[name]}`;

/** How each sample type is reached, and what its predicates speak about. */
const LINKS: Readonly<Record<string, Omit<RowBinding, 'attribute'>>> = {
  Episode: { link: { kind: 'EPISODE', episodeId: column('episodeId') } },
  Need: {
    link: { kind: 'EPISODE', episodeId: column('episodeId') },
    agencyId: column('agencyId'),
  },
  Family: { link: { kind: 'FAMILY', familyId: column('familyId') } },
  Person: {
    link: { kind: 'PERSON', personId: column('personId') },
    personId: column('personId'),
  },
  HealthCondition: {
    link: { kind: 'PERSON_ENTRY', personId: column('personId'), episodeId: column('episodeId') },
    personId: column('personId'),
    agencyId: column('agencyId'),
  },
  Practitioner: {
    link: { kind: 'COLLEAGUE', accountId: column('accountId') } satisfies EpisodeLink,
    accountId: column('accountId'),
  },
  AccessGrant: {
    link: { kind: 'EPISODE', episodeId: column('episodeId') },
    accountId: column('accountId'),
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
};
const EPISODES = [EPISODE_A, EPISODE_B, EPISODE_C];
const AGENCIES = [SCHOOL, CLINIC, null];

const belongings: readonly (Partial<SampleRecord> & { readonly type: string })[] = [
  ...EPISODES.map((episodeId) => ({ type: 'Episode', episodeId })),
  ...EPISODES.flatMap((episodeId) =>
    AGENCIES.map((agencyId) => ({ type: 'Need', episodeId, agencyId })),
  ),
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
  { type: 'Agency' },
];

/** A row of every belonging, with kinds and ratings that are often null. */
export const RECORDS: readonly SampleRecord[] = belongings.map((belonging, index) => ({
  ...NOTHING,
  ...belonging,
  id: id(7, index),
  kind: [null, 'Oak', ''][index % 3] ?? null,
  rating: [1, null, -2, 0][index % 4] ?? null,
}));

/** The same row as the oracle is asked about it. */
export function oracleRow(one: SampleRecord): OracleRow {
  const { type, episodeId, familyId, personId, agencyId, accountId, kind, rating } = one;
  const about = { familyId, personId, agencyId, accountId };
  return {
    type,
    attributes: { id: one.id, kind, rating },
    about:
      type === 'HealthCondition'
        ? { ...about, entryEpisodeId: episodeId }
        : { ...about, episodeId },
  };
}
