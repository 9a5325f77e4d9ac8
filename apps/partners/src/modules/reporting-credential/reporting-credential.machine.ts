import type { Machine } from '@postern/lifecycle';
import type { CredentialState } from './reporting-credential.table.ts';

export type CredentialMove = 'ROTATE' | 'REVOKE';

/** A key is replaced by another and goes on opening for a while, or is revoked and opens nothing; when it ends follows from its times. */
export const credentialMachine: Machine<CredentialState, CredentialMove> = {
  name: 'REPORTING_CREDENTIAL',
  initial: 'IN_USE',
  moves: {
    ROTATE: { from: ['IN_USE'], to: 'REPLACED', clause: 'SHR-8.3.7f' },
    REVOKE: { from: ['IN_USE', 'REPLACED'], to: 'REVOKED', clause: 'SHR-8.3.7f' },
  },
};
