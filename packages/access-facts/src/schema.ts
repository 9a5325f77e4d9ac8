import { pgSchema } from 'drizzle-orm/pg-core';

/** The facts every subgraph may read to decide access; owned by `partners` (design decision "access facts"). */
export const access = pgSchema('access');
