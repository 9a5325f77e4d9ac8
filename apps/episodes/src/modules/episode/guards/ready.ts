import { chosenFigure } from '@postern/steps';
import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import type { Worker } from '../../people/working-on.ts';
import { leadAmong, teamSize, workersOn } from '../../people/working-on.ts';
import { unansweredReferrals } from '../../referral/store/referrals.ts';
import type { HeldEpisode } from '../store/episodes.ts';

type Asking = Pick<CommandCall<unknown>, 'grantee' | 'now' | 'principal' | 'transaction'>;

/** @throws CommandRefused EPISODE_NOT_READY with everything that is missing */
function requireNothing(findings: readonly Finding[]): void {
  if (findings.length > 0) throw new CommandRefused('EPISODE_NOT_READY', { findings });
}

/**
 * Help begins when the family agreed, or a basis to go on without it is recorded, and a lead professional is named
 * (SHR-3.4.3a, SHR-3.7.2b, SHR-3.4.1). Answers who leads. @throws CommandRefused EPISODE_NOT_READY
 */
export async function requireAgreedAndLed(call: Asking, episode: string): Promise<Worker> {
  const { grantee, principal, transaction, now } = call;
  const lead = leadAmong(await workersOn(transaction, episode, now));
  // Whether the family agreed is asked as of anybody's access to the episode: there is one place that says so.
  const facts = await grantee(principal.accountId, episode);
  const missing = [
    ...(facts?.agreementInForce === true
      ? []
      : [finding('episode', 'FAMILY_NOT_AGREED', 'a family that agreed, or a recorded basis')]),
    ...(lead === null
      ? [finding('episode', 'NO_LEAD', 'a lead professional with access to the episode')]
      : []),
  ];
  requireNothing(missing);
  if (lead === null) throw new CommandRefused('EPISODE_NOT_READY');
  return lead;
}

/** A team is formed at the levels that the agreement names, of more than one practitioner (SHR-3.6.2a, SHR-3.4.2a). */
export async function requireTeam(call: Asking, { id, levelOfNeed }: HeldEpisode): Promise<void> {
  const { transaction, now } = call;
  const from = await chosenFigure(transaction, 'TEAM_FROM_LEVEL');
  const to = await chosenFigure(transaction, 'TEAM_TO_LEVEL');
  const size = teamSize(await workersOn(transaction, id, now));
  requireNothing([
    ...(levelOfNeed < from || levelOfNeed > to
      ? [finding('levelOfNeed', 'LEVEL_NOT_FOR_TEAM', `a level of need from ${from} to ${to}`)]
      : []),
    ...(size < 2
      ? [finding('episode', 'TEAM_OF_ONE', 'more than one practitioner with access to the episode')]
      : []),
  ]);
}

/** Whoever referred a family is told what came of it before nobody is left to tell them (SHR-3.5.7). */
export async function requireReferrersAnswered(call: Asking, episode: string): Promise<void> {
  const unanswered = await unansweredReferrals(call.transaction, episode);
  requireNothing(
    unanswered === 0
      ? []
      : [
          finding(
            'episode',
            'REFERRAL_UNANSWERED',
            'referrals whose outcome is recorded (recordReferralOutcome)',
          ),
        ],
  );
}
