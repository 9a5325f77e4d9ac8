import { entryVersionTable } from '@postern/recording';
import { families } from './schema.ts';

/** What every record of this subgraph said, writing by writing. */
export const entryVersion = entryVersionTable(families);
