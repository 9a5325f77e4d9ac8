import { holdEpisode, id, idempotencyKey, moment, reason, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { stepGrant } from '../../grant/commands/grant-step.ts';
import { giveAccess } from '../../grant/give-access.ts';
import { requireGrantor, requireLeadThemselves } from '../../grant/guards/grantor.ts';
import { leadGrants } from '../lead.ts';

const named = z.strictObject({ episode: id, to: id, endsAt: moment, reason, idempotencyKey });
const ended = z.strictObject({ episode: id, to: id, reason });

/** Names who leads while the lead is away, until a day; the lead stays the lead, and nobody is their deputy for longer than they lead. */
export const nameDeputy: Command<z.infer<typeof named>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: named,
  run: async (call) => {
    const { transaction, input: given } = call;
    await holdEpisode(transaction, given.episode);
    const grantor = await requireGrantor(call, given.episode);
    await requireLeadThemselves(call, given.episode, grantor);
    const grant = await giveAccess(
      call,
      {
        account: given.to,
        episode: given.episode,
        role: 'LEAD_PROFESSIONAL',
        workingRelationship: 'Deputy of the lead professional',
        endsAt: given.endsAt,
        persons: null,
        basis: 'DEPUTY',
        reason: given.reason,
        onBehalfOf: 'COLLEAGUE',
      },
      'HOST',
    );
    return { grant };
  },
};

/** Ends what a deputy was given. */
export const endDeputy: Command<z.infer<typeof ended>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: ended,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    await holdEpisode(transaction, given.episode);
    const grantor = await requireGrantor(call, given.episode);
    await requireLeadThemselves(call, given.episode, grantor);
    if (given.to === principal.accountId) throw new CommandRefused('OWN_ACCESS');
    const deputies = await leadGrants(call, given.episode, 'DEPUTY');
    const held = deputies.find(({ accountId }) => accountId === given.to);
    if (held === undefined) throw new CommandRefused('RECORD_UNKNOWN');
    const cause = 'SUPPORT_ENDED';
    await stepGrant(takingFor(call), held, {
      move: 'REVOKE',
      reason: given.reason,
      onBehalfOf: 'COLLEAGUE',
      details: { cause },
      change: { revoked: { at: now, cause } },
    });
    return { grant: held.id };
  },
};
