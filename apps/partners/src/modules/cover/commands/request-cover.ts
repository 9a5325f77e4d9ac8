import { postNotice } from '@postern/scheduler';
import { begin, dayOf, id, idempotencyKey, moment, reason, takingFor } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { freeOfHost } from '../../conflict/free-of-host.ts';
import { endFindings } from '../../grant/guards/grant-end.ts';
import { coverMachine } from '../cover.machine.ts';
import { colleagueOf, whoMayDecide } from '../store/covers.ts';

const input = z.strictObject({ colleague: id, until: moment, reason, idempotencyKey });

/** Offers to take over all that a colleague of the own agency works on, until a moment; it tells nothing of what that is. */
export const requestCover: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    const { accountId: askedBy, agencyId: agency } = principal;
    const colleague = await colleagueOf(transaction, { agency, colleague: given.colleague });
    if (colleague === null || colleague === askedBy) throw new CommandRefused('RECORD_UNKNOWN');
    const ends = await endFindings(call, given.until, null);
    const findings = ends.map((each) => ({ ...each, part: 'until' }));
    if (findings.length > 0) throw new CommandRefused('GRANT_NOT_POSSIBLE', { findings });
    const cover = crypto.randomUUID();
    await transaction.run({
      text: `INSERT INTO partners.cover_request (id, asked_by, agency_id, colleague_id, until, reason, state, asked_at)
        VALUES ($1, $2, $3, $4, $5, $6, 'REQUESTED', $7)`,
      values: [
        cover,
        askedBy,
        agency,
        colleague,
        given.until.toISOString(),
        given.reason,
        now.toISOString(),
      ],
    });
    const about = { account: askedBy, agency };
    const step = { move: 'REQUEST', onBehalfOf: 'COLLEAGUE', reason: given.reason, about } as const;
    const state = await begin(
      coverMachine,
      cover,
      { ...step, details: { colleague } },
      takingFor(call),
    );
    const mayDecide = (officers: readonly string[]) =>
      whoMayDecide(transaction, { cover, officers }, now);
    for (const account of await freeOfHost(transaction, mayDecide, now))
      await postNotice(transaction, {
        kind: 'COVER_REQUESTED',
        to: { account },
        params: { from: dayOf(now), until: dayOf(given.until), page: '/cover' },
        at: now,
      });
    return { cover, state, revision: 1, grants: [], notPossible: [] };
  },
};
