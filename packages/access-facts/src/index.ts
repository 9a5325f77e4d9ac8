export * from './account.ts';
export * from './agency.ts';
export * from './entry.ts';
export * from './episode.ts';
export * from './grant.ts';
export * from './justification.ts';
export { accessFactsMigrations } from './migrations.ts';
export * from './policy.ts';
export { access } from './schema.ts';
