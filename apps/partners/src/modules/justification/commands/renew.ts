import { expectedRevision, requireRevision } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireSubject } from '../guards/subject.ts';
import { findingsInLaw } from '../law/judge.ts';
import { longestUntil, periodFindings } from '../law/period.ts';
import { holdSet } from '../store/justifications.ts';
import { relyingOf } from '../store/relying.ts';
import { id, idempotencyKey, moment, optional } from './input.ts';
import { sendIn } from './send-in.ts';

const input = z.strictObject({
  justification: id,
  expectedRevision,
  until: moment,
  /** Why it is still relevant; as it was where nothing is said. */
  relevance: optional,
  idempotencyKey,
});

/** What may go on: what is live, or was until its end. */
const RENEWABLE = ['LIVE', 'EXPIRED'];

/** Goes on with one's own for a new period: the same law, judged again today, and approved again where it needs that. */
export const renewJustification: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now, input: given } = call;
    const { one } = await holdSet(transaction, given.justification, now);
    const seen = await call.seen('Justification', [one.id]);
    if (!seen.has(one.id)) throw new CommandRefused('RECORD_UNKNOWN');
    if (one.accountId !== principal.accountId) throw new CommandRefused('JUSTIFICATION_NOT_YOURS');
    requireRevision(one, given.expectedRevision);
    if (one.grantId !== null) throw new CommandRefused('OVERRIDE_NOT_EXTENDED');
    if (!RENEWABLE.includes(one.state))
      throw new CommandRefused('STEP_NOT_POSSIBLE', { about: [one.state], revision: one.revision });
    const { episodeId: episode, personId: person } = one;
    const { familyId } = await requireSubject({ episode, person }, call);
    const relying = await relyingOf(transaction, { account: one.accountId, episode }, now);
    if (relying === null) throw new CommandRefused('JUSTIFICATION_INCOMPLETE', { findings: [] });
    const renewed = { ...one, relevance: given.relevance ?? one.relevance };
    const findings = [
      ...periodFindings(given.until, await longestUntil(transaction, one.classes, now), now),
      ...(one.purpose === call.purpose
        ? []
        : [finding('justification', 'PURPOSE_NOT_DECLARED', 'one for the purpose of the request')]),
      ...findingsInLaw(renewed, relying),
    ];
    if (findings.length > 0) throw new CommandRefused('JUSTIFICATION_INCOMPLETE', { findings });
    const sent = {
      ...renewed,
      renews: one.id,
      writtenBy: principal.accountId,
      setId: null,
      startsAt: now,
      expiresAt: given.until,
    };
    const justification = await sendIn(sent, { familyId, involved: [principal.accountId] }, call);
    return { justifications: [justification] };
  },
};
