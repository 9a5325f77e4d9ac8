export { enumFieldsOf } from './classification/enum-fields.ts';
export { policySchemaOf, type SchemaParts } from './classification/policy-schema.ts';
export type {
  Admittance,
  Answer,
  Command,
  CommandCall,
  Enquiring,
  Enquiry,
  Enrolling,
  Enrolment,
  Errand,
  ErrandOn,
  Principal,
  Question,
  QuestionCall,
} from './commands/command.ts';
export {
  COMMAND_REFUSAL_SCHEMA,
  CommandRefused,
  type Finding,
  refusalAnswer,
} from './commands/command-refused.ts';
export { argumentInvalid, finding } from './commands/finding.ts';
export type { Grantee } from './commands/grantee.ts';
export { commandKeyTable } from './commands/kept-answers.ts';
export { composeSupergraph, type SubgraphDefinition } from './composition/compose-supergraph.ts';
export {
  AccessExplainer,
  type AccessExplainerOptions,
  type ExplainedTo,
} from './explaining/access-explainer.ts';
export type { ExplanationRequest } from './explaining/explained-resource.ts';
export type { CorruptRuleAlarm, OnCorruptRule } from './fetching/live-policy.ts';
export type { Statements } from './fetching/principal-reader.ts';
export type { RequestContext } from './fetching/request-context.ts';
export { RowFetcher } from './fetching/row-fetcher.ts';
export {
  type AgreedRules,
  type ImpactPreview,
  ImpactPreviews,
  type Tried,
} from './impact/impact-previews.ts';
export { type CaseCounts, type ImpactDesk, ImpactRun, type Progress } from './impact/impact-run.ts';
export {
  type ImpactLine,
  type ImpactSummary,
  type NewlyReachable,
  type PersonImpact,
  type Side,
  summarise,
} from './impact/impact-summary.ts';
export { recordingQuestions } from './impact/recording-questions.ts';
export { type ManifestMessage, readManifestMessage } from './release/manifest-message.ts';
export {
  RecordingAssertions,
  type RecordingClaim,
} from './release/recording-assertion.ts';
export {
  type AccessNotice,
  type ManifestPrincipal,
  ReleaseManifest,
  type ReleaseSummary,
} from './release/release-manifest.ts';
export { columnOf } from './resources/column-of.ts';
export { decidingColumns } from './resources/deciding-columns.ts';
export { idAmong } from './resources/id-among.ts';
export {
  ascending,
  type Columns,
  column,
  descending,
  type FieldDefinition,
  identifier,
  type Join,
  type LinkDefinition,
  type Order,
  oneOfColumn,
  type ResourceDefinition,
  reference,
  releaseDecision,
  type Shows,
} from './resources/resource.ts';
export type { RootField } from './root-fields/root-field.ts';
export { isUuid } from './statements/uuid.ts';
export type { SubgraphBlueprint } from './subgraphs/blueprint.ts';
export { checkCalendarDates } from './subgraphs/calendar-dates.ts';
export {
  createSubgraph,
  type PolicyDesk,
  type SubgraphServices,
} from './subgraphs/create-subgraph.ts';
export { executeCompiled } from './subgraphs/execute-compiled.ts';
export type {
  InProcessSubgraph,
  SubgraphRequest,
  SubgraphResponse,
} from './subgraphs/in-process-subgraph.ts';
export { dictionaryOf, subgraphSdl } from './subgraphs/subgraph-sdl.ts';
