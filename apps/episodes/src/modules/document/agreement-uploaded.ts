import type { SQL } from 'drizzle-orm';
import { eq, sql } from 'drizzle-orm';
import { document } from './document.table.ts';

/**
 * That an episode has the signed family agreement uploaded and readable (SHR-3.8.2b); null where it has not, so that whoever may
 * not know of a document learns nothing by it.
 */
export function agreementUploaded(episodeId: SQL): SQL {
  return sql`nullif(EXISTS (SELECT FROM ${document} WHERE ${eq(document.episodeId, episodeId)}
    AND ${document.kind} = 'FAMILY_AGREEMENT' AND ${document.state} = 'CLEAN'), false)`;
}
