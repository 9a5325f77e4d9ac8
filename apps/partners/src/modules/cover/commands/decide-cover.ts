import { postNotice } from '@postern/scheduler';
import {
  expectedRevision,
  hold,
  holdEpisode,
  id,
  idempotencyKey,
  reason,
  requireRevision,
  takeStep,
  takingFor,
} from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import type { GivenAccess } from '../../grant/give-access.ts';
import { whyNot, writeAccess } from '../../grant/give-access.ts';
import { holdsNow } from '../../role-holding/guards/holds-now.ts';
import { HOST } from '../../role-holding/offices.ts';
import { coverMachine } from '../cover.machine.ts';
import type { CoveredGrant, HeldCover } from '../store/covers.ts';
import { COVERS, caseloadOf } from '../store/covers.ts';

const input = z.strictObject({
  cover: id,
  expectedRevision,
  decision: z.enum(['GRANT', 'REFUSE'], 'GRANT or REFUSE'),
  reason,
  idempotencyKey,
});
type Input = z.infer<typeof input>;

/** Decides about a colleague's work as a whole: everything that can be given is, each with its own guards, and what cannot is named. */
export const decideCover: Command<Input> = {
  roles: HOST,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, input: given, now } = call;
    const held = await hold<HeldCover>(transaction, COVERS, given.cover);
    const isGiven = given.decision === 'GRANT';
    const caseload = isGiven
      ? await heldCaseload(call, held)
      : await caseloadOf(transaction, held.colleagueId, now);
    await requireMayKnow(
      call,
      caseload.map(({ episodeId }) => episodeId),
    );
    if (!(await holdsNow(call, HOST))) throw new CommandRefused('RECORD_UNKNOWN');
    if ([held.askedBy, held.colleagueId].includes(principal.accountId))
      throw new CommandRefused('OWN_ACCESS');
    requireRevision(held, given.expectedRevision);
    const { askedBy: account, agencyId: agency } = held;
    const state = await takeStep(
      coverMachine,
      held,
      {
        move: given.decision,
        onBehalfOf: 'AGENCY',
        reason: given.reason,
        about: { account, agency },
      },
      takingFor(call),
    );
    await transaction.run({
      text: 'UPDATE partners.cover_request SET state = $2, revision = revision + 1 WHERE id = $1',
      values: [held.id, state],
    });
    const grants: string[] = [];
    const notPossible: Finding[] = [];
    if (isGiven)
      for (const covered of caseload) {
        const outcome = await cover(call, held, covered);
        if (typeof outcome === 'string') grants.push(outcome);
        else notPossible.push(...outcome);
      }
    await postNotice(transaction, {
      kind: 'COVER_DECIDED',
      to: { account },
      params: { page: '/cover' },
      at: now,
    });
    return { cover: held.id, state, revision: held.revision + 1, grants, notPossible };
  },
};

/**
 * What the colleague works on, of which nobody gives or ends access any more until the transaction ends: what ended while it
 * was waited for has nothing to stand in for (SHR-8.2.1h). What came to it meanwhile is not held, and is covered by nobody.
 */
async function heldCaseload(
  { transaction, now }: CommandCall<Input>,
  { colleagueId }: HeldCover,
): Promise<readonly CoveredGrant[]> {
  const before = await caseloadOf(transaction, colleagueId, now);
  const episodes = new Set(before.map(({ episodeId }) => episodeId));
  for (const episode of episodes) await holdEpisode(transaction, episode);
  const caseload = await caseloadOf(transaction, colleagueId, now);
  return caseload.filter(({ episodeId }) => episodes.has(episodeId));
}

/** The grant's id, or everything that stands against it, each naming the colleague's grant that it is about. */
async function cover(
  call: CommandCall<Input>,
  { askedBy, until }: HeldCover,
  covered: CoveredGrant,
): Promise<string | readonly Finding[]> {
  const access: GivenAccess = {
    account: askedBy,
    episode: covered.episodeId,
    role: covered.role,
    workingRelationship: 'Covers for a colleague',
    endsAt: noLaterThan(new Date(until), covered),
    persons: covered.persons,
    basis: 'COVER',
    reason: call.input.reason,
    onBehalfOf: 'COLLEAGUE',
    standsInFor: covered.id,
  };
  const findings = await whyNot(call, access, 'HOST');
  return findings.length > 0
    ? findings.map((each) => ({ ...each, rule: covered.id }))
    : writeAccess(call, access);
}

/** Cover ends with what it stands in for. */
function noLaterThan(until: Date, covered: CoveredGrant): Date {
  if (covered.until === null) return until;
  return new Date(Math.min(until.getTime(), new Date(covered.until).getTime()));
}
