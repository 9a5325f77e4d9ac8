export type { EdgeServices } from './edge-services.ts';
export {
  clientError,
  codeOf,
  type ErrorStyle,
  knownErrorOf,
  statusOf,
  URGENT_CHANNEL,
} from './http/client-error.ts';
export { createHttpServer, type HttpServerOptions } from './http/http-server.ts';
export { endConnectionsWhenClosing, listenOn } from './http/listening.ts';
export type { Mount } from './http/mounts.ts';
export { type ProtocolCode, protocolCodeOf } from './http/protocol-errors.ts';
export { liveRoute, metricsRoute, readyRoute } from './http/service-routes.ts';
export { type Cause, faultEntry, type Log, type LogEntry } from './observation/log.ts';
export { createMetrics, type Metrics } from './observation/metrics.ts';
export type { Outcome } from './observation/outcome.ts';
export { isIntrospectionField, TYPENAME_FIELD } from './operation/meta-field.ts';
export { type Operation, operationOf } from './operation/operation.ts';
export { type ReleaseServices, settleRelease } from './release/release.ts';
export { DEFAULT_LIMITS, type Limits, refuseBeyond } from './request/limits.ts';
export { isPageArgument } from './request/page-size.ts';
export {
  type Purpose,
  type PurposeRule,
  purposeFor,
  purposeOf,
  purposeRule,
} from './request/purpose.ts';
export { refuseNulInText, refuseNulInVariables } from './request/readable-text.ts';
export { refuseReservedNames } from './request/reserved-names.ts';
export { coercedVariables, variablesOf } from './request/variables.ts';
export { weigh } from './request/weight.ts';
