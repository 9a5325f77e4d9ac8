import { pgSchema } from 'drizzle-orm/pg-core';

export const partners = pgSchema('partners');
