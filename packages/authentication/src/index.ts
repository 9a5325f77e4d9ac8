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
