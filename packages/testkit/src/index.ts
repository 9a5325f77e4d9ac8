export { askedElsewhere } from './asked-elsewhere.ts';
export {
  CONFORMANCE_HOLDER,
  type ConformanceRow,
  type ConformanceSource,
  conformanceDictionary,
  conformanceSources,
  type FilterShape,
  filterShapes,
  REOPENING_SETS,
  type RuleSet,
  storedRules,
} from './conformance.ts';
export { type Scenario, scenario } from './scenario.ts';
export { tablesHolding } from './tables-holding.ts';
export { databaseFrom, emptyDatabase, type TestDatabase } from './test-database.ts';
