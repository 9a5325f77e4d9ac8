import { recordSplitOff, requireNothingRevealed, reviewed, reviewOf } from '@postern/recording';
import { postNotice } from '@postern/scheduler';
import {
  dayOf,
  expectedRevision,
  id,
  idempotencyKey,
  requireRevision,
  takeStep,
  takingFor,
  text,
} from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireMayRecord } from '../../episode/guards/may-record.ts';
import { referralMachine } from '../referral.machine.ts';
import { REFERRAL_OUTCOMES } from '../referral.table.ts';
import { ANSWERING } from '../referral-texts.ts';
import { answerReferral, holdReferral } from '../store/referrals.ts';

const LONGEST_RECOMMENDATIONS = 10_000;

const input = z.strictObject({
  referral: id,
  expectedRevision,
  outcome: z.enum(REFERRAL_OUTCOMES),
  recommendations: text(LONGEST_RECOMMENDATIONS).nullish(),
  ...reviewed(ANSWERING),
  idempotencyKey,
});

/**
 * Says what came of a referral. Whoever made it is told in the same transaction that there is an answer, and reads it where
 * they sign in; that they were told is on the record (SHR-3.5.7).
 */
export const recordReferralOutcome: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, now, input: given } = call;
    const held = await holdReferral(transaction, given.referral);
    await requireMayRecord(call, { type: 'Referral', id: held.id }, ['outcome', 'recommendations']);
    requireRevision(held, given.expectedRevision);
    const { splitOff, revealsNothing } = reviewOf(given);
    requireNothingRevealed(ANSWERING, { fields: given, revealsNothing }, call.dictionary);
    await takeStep(
      referralMachine,
      held,
      {
        move: 'ANSWER',
        onBehalfOf: 'AGENCY',
        reason: 'What came of it stands with the referral.',
        about: { episode: held.episodeId, account: held.recordedBy },
        details: { outcome: given.outcome },
      },
      takingFor(call),
    );
    await answerReferral(transaction, held.id, {
      outcome: given.outcome,
      recommendations: given.recommendations ?? null,
      by: call.principal.accountId,
      at: now,
    });
    const { accountId, agencyId } = call.principal;
    await recordSplitOff(
      splitOff,
      {
        type: ANSWERING,
        row: { id: held.id },
        provenance: {
          episode_id: held.episodeId,
          recorded_by: accountId,
          agency_id: agencyId,
          recorded_at: now.toISOString(),
          nature: 'MIXED',
          concerns: held.concerns,
        },
      },
      { accountId, agencyId, at: now, reason: null },
      call,
    );
    await postNotice(transaction, {
      kind: 'REFERRAL_ANSWERED',
      to: { account: held.recordedBy },
      params: { on: dayOf(now), page: '/referrals' },
      at: now,
    });
    return { referral: held.id };
  },
};
