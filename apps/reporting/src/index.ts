export { type BuildOptions, buildReporting } from './builder/build-reporting.ts';
export { CATALOGUE } from './catalogue/catalogue.ts';
export type { IndicatorDefinition as PublishedIndicator } from './catalogue/indicator.ts';
export { reportingMigrations } from './migrations.ts';
export {
  createReporting,
  REPORTED_WHOLE,
  type ReportingServices,
  reportingTypeDefs,
} from './reporting-subgraph.ts';
