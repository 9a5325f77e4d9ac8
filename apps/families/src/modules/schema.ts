import { pgSchema } from 'drizzle-orm/pg-core';

export const families = pgSchema('families');
