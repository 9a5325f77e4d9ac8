import { isOneOf, provenanceColumns } from '@postern/access-facts';
import { writingsColumn } from '@postern/recording';
import { boolean, check, date, index, text, uuid } from 'drizzle-orm/pg-core';
import { families } from '../schema.ts';

export const PERSON_NAME_KINDS = ['LEGAL', 'FORMER', 'ALIAS', 'KNOWN_AS', 'ADOPTED'] as const;
export type PersonNameKind = (typeof PERSON_NAME_KINDS)[number];

/**
 * A name that somebody has or had beside the one they are called by. Nobody is looked for by it: what matches families reads the
 * name of the person alone.
 */
export const personName = families.table(
  'person_name',
  {
    id: uuid().primaryKey(),
    personId: uuid('person_id').notNull(),
    kind: text().$type<PersonNameKind>().notNull(),
    givenName: text('given_name'),
    familyName: text('family_name'),
    /** Whether it puts somebody in danger to be known by it: then only whoever keeps the record reads it. */
    protected: boolean().notNull().default(true),
    startedOn: date('started_on'),
    endedOn: date('ended_on'),
    writings: writingsColumn(),
    ...provenanceColumns(),
  },
  (t) => [index().on(t.personId), check('person_name_kind', isOneOf(t.kind, PERSON_NAME_KINDS))],
);
