import type { Command } from '@postern/subgraph-kit';
import { confirmGrant } from './commands/confirm-grant.ts';
import { endMyAccess } from './commands/end-my-access.ts';
import { extendGrant } from './commands/extend-grant.ts';
import { grantAccess } from './commands/grant-access.ts';
import { revokeGrant } from './commands/revoke-grant.ts';
import { resumeGrant, suspendGrant } from './commands/suspend-and-resume.ts';

/** Every way in which access to an episode is given and ended. */
export const grantCommands: Readonly<Record<string, Command>> = {
  grantAccess,
  extendGrant,
  confirmGrant,
  suspendGrant,
  resumeGrant,
  revokeGrant,
  endMyAccess,
};
