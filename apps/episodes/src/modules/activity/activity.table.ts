import { entryColumns } from '@postern/access-facts';
import { index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { episodes } from '../schema.ts';

/** What somebody did with or for a family beside meetings of its team. */
export const ACTIVITY_KINDS = [
  'APPOINTMENT',
  'HOME_VISIT',
  'CONTACT',
  'EVENT',
  'SERVICE_OFFERED',
  'SERVICE_USED',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const ATTENDANCES = ['PLANNED', 'ATTENDED', 'MISSED', 'CANCELLED'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

export const activity = episodes.table(
  'activity',
  {
    id: uuid().primaryKey(),
    episodeId: uuid('episode_id').notNull(),
    kind: text().$type<ActivityKind>().notNull(),
    subject: text().notNull(),
    occursAt: timestamp('occurs_at', { withTimezone: true }).notNull(),
    attendance: text().$type<Attendance>().notNull(),
    notes: text(),
    ...entryColumns(),
  },
  (t) => [index().on(t.episodeId, t.occursAt, t.id)],
);
