import { customType } from 'drizzle-orm/pg-core';

/** A transaction as PostgreSQL numbers it, for good. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });
