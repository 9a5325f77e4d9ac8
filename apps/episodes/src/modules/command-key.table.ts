import { commandKeyTable } from '@postern/subgraph-kit';
import { episodes } from './schema.ts';

/** Which commands were carried out under which idempotency keys. */
export const commandKey = commandKeyTable(episodes);
