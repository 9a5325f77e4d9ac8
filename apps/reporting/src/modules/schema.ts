import { pgSchema } from 'drizzle-orm/pg-core';

/** Protected tables, and the de-identified view that only the builder reads. */
export const reporting = pgSchema('reporting');
