import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Whose } from '../../facts/whose.ts';
import type { RowBinding } from '../row-binding.ts';

/** Whether the row is about the person by whom it is reached. */
export function isReachedPerson({ link, personId }: RowBinding): boolean {
  return personId !== undefined && (link.kind === 'PERSON' || link.kind === 'PERSON_ENTRY');
}

/** A justification of the episode covers the person reached; `IS TRUE` has PostgreSQL hash the justifications, however few it expects. */
export function coversReachedPerson(dataClass: SQL, whose: Whose): SQL {
  return sql`(((${whose.by('r')}r.episode_id, r.concerned_id) IN (SELECT ${whose.by('u')}u.episode_id, u.person_id FROM unlocked u WHERE u.class = ${dataClass})) IS TRUE)`;
}
