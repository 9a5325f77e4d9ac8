import { moment, requireStep } from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { grantMachine } from '../grant.machine.ts';
import { grantableRole } from '../grantable-roles.ts';
import { endFindings, standInFindings } from '../guards/grant-end.ts';
import { grantFindings } from '../guards/grant-findings.ts';
import type { HeldGrant } from '../store/held-grant.ts';
import { leadsOf, stoodInForBy } from '../store/stand-ins.ts';
import { grantStep, holdAsGrantor, stepAsGrantor } from './grant-step.ts';

const input = z.strictObject({ ...grantStep, endsAt: moment });

/** Moves the end of access; everything that a new grant is asked is asked again, except that its agency may be leaving. */
export const extendGrant: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { held, grantor } = await holdAsGrantor(call, 'OVERRIDE_NOT_EXTENDED');
    requireStep(grantMachine, held, 'EXTEND');
    const { accountId: account, episodeId: episode, role, persons } = held;
    const grantee = await call.grantee(account, episode);
    if (grantee === null) throw new CommandRefused('RECORD_UNKNOWN');
    const proposed = { account, episode, role, persons };
    // Whoever leads may let go on what the host gave; what they may give anew is asked of new grants.
    const asked = { proposed, grantee, grantor: 'HOST' as const, isNew: false };
    const findings = [
      ...(await grantFindings(call, asked)),
      ...(await endFindings(call, call.input.endsAt, grantableRole(role))),
      ...(await notOutlasting(call, held)),
    ];
    if (grantor === 'LEAD' && grantableRole(role)?.byLead !== true)
      throw new CommandRefused('NOT_A_GRANTOR', { about: [role] });
    if (findings.length > 0) throw new CommandRefused('GRANT_NOT_POSSIBLE', { findings });
    const { endsAt } = call.input;
    const details = { endsAt: endsAt.toISOString(), before: held.endsAt?.toISOString() ?? null };
    return stepAsGrantor(call, held, { move: 'EXTEND', details, change: { endsAt } });
  },
};

async function notOutlasting(
  { transaction, input: given, now }: CommandCall<z.infer<typeof input>>,
  held: HeldGrant,
): Promise<readonly Finding[]> {
  if (held.basis === 'COVER')
    return standInFindings(given.endsAt, await stoodInForBy(transaction, held, now));
  if (held.basis === 'DEPUTY')
    return standInFindings(given.endsAt, await leadsOf(transaction, held.episodeId, now));
  return [];
}
