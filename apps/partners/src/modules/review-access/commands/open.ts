import { holdEpisode, id, takingFor } from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireMayKnow } from '../../conflict/guards/may-know.ts';
import type { GivenAccess } from '../../grant/give-access.ts';
import { whyNot, writeAccess } from '../../grant/give-access.ts';
import { ownCase } from '../guards/not-their-own.ts';
import { holdOwn, PARTS, requireOther, requirePart, TAKING_PART } from '../guards/whose.ts';
import { addCase, openProceeding } from '../store/cases.ts';
import type { ReviewAccess } from '../store/reviews.ts';
import { shown, step, takeReviewStep } from './steps.ts';

const MOST_CASES = 50;

const input = z.strictObject({
  ...step,
  episodes: z
    .array(id)
    .min(1, 'one case at least')
    .max(MOST_CASES, `at most ${MOST_CASES} cases`)
    .refine((given) => new Set(given).size === given.length, 'each case once'),
});
type Opening = CommandCall<z.infer<typeof input>>;

/** Somebody other than whoever accepted it opens it on named cases: all of them, or none where anything stands against one. */
export const openReviewAccess: Command<z.infer<typeof input>> = {
  roles: TAKING_PART,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const review = await holdOwn(call);
    requirePart(review, 'opens', call.principal);
    requireOther(review, call.principal);
    if (review.acceptedBy === call.principal.accountId) throw new CommandRefused('SECOND_PERSON');
    const { reason: because, episodes } = call.input;
    await requireMayKnow(call, episodes);
    const change = review.kind === 'REVIEW' ? { stage: 'STAGE_SCOPING' as const } : {};
    await takeReviewStep(review, { move: 'OPEN', reason: because, change }, takingFor(call));
    const findings: Finding[] = [];
    // In one order for everybody, so that two who open at once do not wait for each other.
    for (const episode of episodes.toSorted())
      for (const each of await openCase(review, episode, call))
        findings.push({ ...each, part: `episodes.${episodes.indexOf(episode)}.${each.part}` });
    if (findings.length > 0) throw new CommandRefused('GRANT_NOT_POSSIBLE', { findings });
    return shown(call, review.id);
  },
};

async function openCase(
  review: ReviewAccess,
  episode: string,
  call: Opening,
): Promise<readonly Finding[]> {
  const { transaction, now } = call;
  await holdEpisode(transaction, episode);
  const given: GivenAccess = {
    account: review.accountId,
    episode,
    role: PARTS[review.kind].looks,
    workingRelationship: review.about,
    endsAt: review.endsAt,
    persons: null,
    basis: 'WORK',
    reason: call.input.reason,
    onBehalfOf: 'AGENCY',
  };
  const proceedingId = await openProceeding(transaction, review, {
    episode,
    state: review.kind === 'REVIEW' ? 'STAGE_SCOPING' : 'OPEN',
    at: now,
  });
  const against = [...(await ownCase(call, given)), ...(await whyNot(call, given, 'PROCEEDING'))];
  // Before its reading stage a review has no proceeding in which anybody reads, and none is needed yet.
  const findings = against.filter(({ code }) => code !== 'NO_PROCEEDING');
  if (findings.length > 0) return findings;
  const grantId = await writeAccess(call, given);
  await addCase(transaction, review.id, { episodeId: episode, proceedingId, grantId });
  return [];
}
