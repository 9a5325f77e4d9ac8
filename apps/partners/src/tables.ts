export * from './modules/practitioner/practitioner.table.ts';
export * from './modules/schema.ts';
