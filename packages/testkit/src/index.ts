export { type Scenario, scenario } from './scenario.ts';
export { databaseFrom, emptyDatabase, type TestDatabase } from './test-database.ts';
