export * from './modules/command-key.table.ts';
export * from './modules/information-request/information-request.table.ts';
export * from './modules/policy-change/policy-change.table.ts';
export * from './modules/policy-draft/policy-draft.table.ts';
export * from './modules/policy-event/policy-event.table.ts';
export * from './modules/policy-role/policy-role.table.ts';
export * from './modules/practitioner/practitioner.table.ts';
export * from './modules/schema.ts';
