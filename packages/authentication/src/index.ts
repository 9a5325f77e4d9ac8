export {
  type Authenticator,
  type AuthenticatorOptions,
  createAuthenticator,
} from './authenticator.ts';
export type { AuthenticatedCaller } from './caller.ts';
export { challengeFor } from './challenge.ts';
export type { IssuerRecord } from './issuer-record.ts';
export { type KeyResolver, localKeys, type RemoteKeyTimes, remoteKeys } from './keys.ts';
export { loadIssuers } from './load-issuers.ts';
export { MULTI_FACTOR_CONTEXT } from './multi-factor.ts';
export { createRecordsAuthenticator } from './records-authenticator.ts';
export { basicHeader } from './reporting/basic.ts';
export { createReportingAuthenticator } from './reporting/reporting-authenticator.ts';
export { freshReportingKey } from './reporting/reporting-key.ts';
export { standIns } from './reporting/stand-in.ts';
