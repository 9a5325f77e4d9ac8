import { familyAgreement } from '@postern/access-facts';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { NOW, notYet } from './live.ts';

/** The family's yes: signed by all, and not withdrawn. */
export const agreementSigned: SQL = sql`(${familyAgreement.state} IN ('SIGNED', 'SIGNED_WITH_EXCLUSIONS') AND ${familyAgreement.signedAt} <= ${NOW} AND ${notYet(familyAgreement.withdrawnAt)})`;
