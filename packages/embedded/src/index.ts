export { buildReporting, CATALOGUE } from '@postern/reporting';
export { RECORD_BLUEPRINTS, wholeDictionary, wholePolicySchema } from './stack/blueprints.ts';
export { type Preparation, prepareDatabase } from './stack/prepare-database.ts';
export { createStack, type Stack, type StackOptions } from './stack/stack.ts';
export type { OpenConnection } from './stack/subgraphs.ts';
