export * from './modules/agreement/agreement.table.ts';
export * from './modules/command-key.table.ts';
export * from './modules/entry/person-entry.table.ts';
export * from './modules/family/family.table.ts';
export * from './modules/household/household.table.ts';
export * from './modules/match-candidate/match-candidate.table.ts';
export * from './modules/person/person.table.ts';
export * from './modules/schema.ts';
