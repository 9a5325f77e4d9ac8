export * from './modules/information-request/information-request.table.ts';
export * from './modules/practitioner/practitioner.table.ts';
export * from './modules/schema.ts';
