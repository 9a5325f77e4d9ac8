import { commandKeyTable } from '@postern/subgraph-kit';
import { partners } from './schema.ts';

/** Which commands were carried out under which idempotency keys. */
export const commandKey = commandKeyTable(partners);
