import { takeStep, takingFor } from '@postern/steps';
import type { CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { aboutOf, detailsOf } from '../justification/commands/move.ts';
import { sendInAtOnce } from '../justification/commands/send-in.ts';
import { JUSTIFICATION_MACHINE } from '../justification/justification.machine.ts';
import { findingsInLaw } from '../justification/law/judge.ts';
import type { Said } from '../justification/law/said.ts';
import { change, heldWithGrant } from '../justification/store/justifications.ts';
import { relyingOf } from '../justification/store/relying.ts';
import type { OverrideInput } from './override-input.ts';

/** What an override unlocks beside the record itself: a justification for each person, which ends with it. */
export async function unlockClasses(
  call: CommandCall<OverrideInput>,
  opened: {
    readonly episode: string;
    readonly persons: readonly string[];
    readonly grant: string;
    readonly until: Date;
  },
): Promise<void> {
  const { principal, input, now } = call;
  if (input.classes.length === 0) return;
  for (const personId of opened.persons)
    await sendInAtOnce(
      {
        ...saidBy(input),
        accountId: principal.accountId,
        episodeId: opened.episode,
        personId,
        grantId: opened.grant,
        writtenBy: principal.accountId,
        setId: null,
        renews: null,
        dangerOfSharing: null,
        dangerOfNotSharing: null,
        nature: null,
        familyToldOn: null,
        notToldBecause: null,
        startsAt: now,
        expiresAt: opened.until,
      },
      call,
    );
}

/**
 * What of the classes named the law that was given does not open, and what it would take. It is the same whether or not
 * anybody was found: of the family nothing is asked.
 */
export async function stillLocked({
  transaction,
  principal,
  input,
  now,
}: CommandCall<OverrideInput>): Promise<readonly Finding[]> {
  if (input.classes.length === 0) return [];
  const account = principal.accountId;
  const relying = await relyingOf(transaction, { account, episode: null }, now);
  // Nobody's override opens what the law cannot be judged of.
  if (relying === null) throw new CommandRefused('RECORD_UNKNOWN');
  return findingsInLaw(saidBy(input), relying, null);
}

/** What was unlocked with an override is withdrawn with it. */
export async function lockClasses(
  call: CommandCall<{ readonly reason: string }>,
  grant: string,
): Promise<void> {
  const { transaction, input, now } = call;
  for (const held of await heldWithGrant(transaction, grant, now)) {
    if (held.state !== 'LIVE') continue;
    const state = await takeStep(
      JUSTIFICATION_MACHINE,
      held,
      {
        move: 'WITHDRAW',
        onBehalfOf: 'AGENCY',
        reason: input.reason,
        about: aboutOf(held),
        details: detailsOf(held),
      },
      takingFor(call),
    );
    await change(transaction, held.id, { state });
  }
}

function saidBy({ legal, classes, reason, noOtherWay }: OverrideInput): Said {
  return {
    ...legal,
    classes,
    purpose: 'SAFEGUARDING',
    relevance: reason,
    alternativesConsidered: noOtherWay,
  };
}
