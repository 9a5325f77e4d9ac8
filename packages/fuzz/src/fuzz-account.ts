import type { Principal } from './principal.ts';

export type AccountPrincipal = Extract<Principal, { kind: 'ACCOUNT' }>;

/** An account and the purposes for which it is served anything at all. */
export interface FuzzAccount {
  readonly principal: AccountPrincipal;
  readonly purposes: readonly string[];
}
