import { detailVersionTable } from '@postern/recording';
import { families } from './schema.ts';

/** What people, households and addresses said before, writing by writing. */
export const detailVersion = detailVersionTable(families);
