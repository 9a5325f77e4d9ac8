import { pgSchema } from 'drizzle-orm/pg-core';

export const episodes = pgSchema('episodes');
