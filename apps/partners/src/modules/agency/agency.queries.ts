import { agencySignature } from '@postern/access-facts';
import type { Columns, RootField } from '@postern/subgraph-kit';
import { columnOf } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

/** The public register is of those who ever signed (SHR-2.3d); one who left stands there as such (SOM-12b). */
function hasSigned(row: Columns): SQL {
  return sql`EXISTS (SELECT 1 FROM ${agencySignature} WHERE ${agencySignature.agencyId} = ${columnOf(row, 'id')})`;
}

export const agencyQueries: Readonly<Record<string, RootField>> = {
  agencies: { kind: 'ALL', type: 'Agency', where: hasSigned },
};
