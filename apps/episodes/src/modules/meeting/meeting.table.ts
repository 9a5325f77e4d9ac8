import { entryColumns } from '@postern/access-facts';
import { date, index, text, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/** A meeting of the team around the family (SHR-3.4.5). */
export const tafMeeting = episodes.table(
  'taf_meeting',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    heldOn: date('held_on').notNull(),
    attendees: text().array(),
    minutes: text(),
    outcome: text(),
    ...entryColumns(),
  },
  (t) => [index().on(t.episodeId)],
);
