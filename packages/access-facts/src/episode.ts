import { index, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { access } from './schema.ts';

export const EPISODE_STATUSES = [
  'CONTACT',
  'SCREENING',
  'CONSULTATION_ONLY',
  'AWAITING_AGREEMENT',
  'OPEN',
  'OPEN_TAF',
  'STEPPED_UP',
  'CLOSING',
  'CLOSED',
  'NO_FURTHER_ACTION',
  'SIGNPOSTED',
  'REOPENED',
] as const;
export type EpisodeStatus = (typeof EPISODE_STATUSES)[number];

/** The state of an episode as access needs it; written by the episodes subgraph's trigger in the same transaction. */
export const episode = access.table(
  'episode',
  {
    id: uuid().primaryKey(),
    familyId: uuid('family_id').notNull(),
    status: text().$type<EpisodeStatus>().notNull(),
  },
  (t) => [
    index().on(t.familyId),
    // Reach reads an episode from the index alone.
    index('episode_state').on(t.id, t.familyId, t.status),
  ],
);

/** The persons an episode concerns: the relevant household members only (SHR-3.4.1). */
export const episodePerson = access.table(
  'episode_person',
  {
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.episodeId, t.personId] }), index().on(t.personId)],
);

/** The persons an episode concerned once and no longer does: what is hidden of them stays hidden in what was recorded of them. */
export const formerEpisodePerson = access.table(
  'former_episode_person',
  {
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.episodeId, t.personId] })],
);

/** Where a family's agreement to early help stands for one episode. */
export const AGREEMENT_STATES = [
  'NOT_DISCUSSED',
  'NOTICE_EXPLAINED',
  'OFFERED',
  'SIGNED',
  'SIGNED_WITH_EXCLUSIONS',
  'PARTIAL',
  'DECLINED',
  'WITHDRAWN',
  'SUPERSEDED',
  'LAPSED',
] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export const familyAgreement = access.table(
  'family_agreement',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    state: text().$type<AgreementState>().notNull(),
    /** The recorded lawful basis where the family did not agree (SHR-3.7.2b). */
    basisWhenNoAgreement: text('basis_when_no_agreement'),
    signedAt: timestamp('signed_at', { withTimezone: true }),
    withdrawnAt: timestamp('withdrawn_at', { withTimezone: true }),
  },
  (t) => [index().on(t.episodeId)],
);

/** What a family withholds from one agency: the whole episode, or named coordinates of the record (SHR-3.4.4c). */
export const exclusion = access.table(
  'exclusion',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    scope: text().$type<'WHOLE_AGENCY' | 'DETAILS'>().notNull(),
    /** `Type.field` coordinates; empty for a whole agency. */
    coordinates: text().array().notNull(),
    /** The one person a detail exclusion is about; null binds every person of the episode. */
    personId: uuid('person_id'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
  },
  (t) => [index().on(t.agencyId), index().on(t.episodeId)],
);

/**
 * A person of an episode whom the team does not reach: their part of the agreement does not stand, and nothing of theirs goes to
 * anybody (SHR-3.4.3a); or they keep one agency out, and others of the family do not (SHR-3.4.4c).
 */
export const withheldPerson = access.table(
  'withheld_person',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    /** The one agency; null for everybody who works by the agreement. */
    agencyId: uuid('agency_id'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
  },
  (t) => [index().on(t.episodeId)],
);

/** A young person's limit on what parents see (SHR-3.4.3d). */
export const disclosureLimit = access.table(
  'disclosure_limit',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id').notNull(),
    level: text()
      .$type<'OPEN_TO_PARENTS' | 'SUMMARY_ONLY' | 'CONFIDENTIAL' | 'OVERRIDDEN'>()
      .notNull(),
    setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  },
  (t) => [index().on(t.personId)],
);
