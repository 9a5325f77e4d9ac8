import { isOneOf, provenanceColumns } from '@postern/access-facts';
import { check, date, index, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

/** How the notice was explained. */
export const EXPLAINING_WAYS = ['IN_PERSON', 'VIDEO', 'TELEPHONE', 'IN_WRITING'] as const;
export type ExplainingWay = (typeof EXPLAINING_WAYS)[number];

/** That somebody was told what becomes of what they say, before they say it (SHR-5a, SHR-3.4.2b). */
export const noticeExplanation = families.table(
  'notice_explanation',
  {
    id: uuid().primaryKey(),
    agreementId: uuid('agreement_id').notNull(),
    episodeId: uuid('episode_id').notNull(),
    personId: uuid('person_id').notNull(),
    explainedOn: date('explained_on').notNull(),
    way: text().$type<ExplainingWay>().notNull(),
    leafletVersion: text('leaflet_version').notNull(),
    /** What was told: facts of the notice, warnings and promises. */
    told: text().array().notNull(),
    /** How a young person was helped to understand it (SHR-3.4.3e). */
    helped: text(),
    ...provenanceColumns(),
  },
  (t) => [
    index().on(t.agreementId),
    check('notice_explanation_way', isOneOf(t.way, EXPLAINING_WAYS)),
  ],
);
