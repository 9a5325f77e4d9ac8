import { randomUUID } from 'node:crypto';
import { dayToCome } from '@postern/steps';
import type { Command, CommandCall, Finding } from '@postern/subgraph-kit';
import { CommandRefused, finding } from '@postern/subgraph-kit';
import { requireSubject } from '../guards/subject.ts';
import { approvalReasons } from '../law/approval-reasons.ts';
import { longestUntil, periodFindings } from '../law/period.ts';
import type { Said } from '../law/said.ts';
import { coveredReaders } from './covered.ts';
import type { JustifyInput } from './input.ts';
import { justifyInput } from './input.ts';
import type { Sent } from './send-in.ts';
import { sendIn } from './send-in.ts';

/** Records why its author, and colleagues of the team whom they name, may read classes about one person. */
export const justify: Command<JustifyInput> = {
  roles: 'ANY',
  purpose: 'ANY',
  input: justifyInput,
  run: async (call) => {
    const { input, transaction, principal, now } = call;
    const { familyId } = await requireSubject(input, call);
    const said = saidBy(input);
    const { readers, findings } = await coveredReaders(said, familyId, call);
    const wrongs = [
      ...periodFindings(input.until, await longestUntil(transaction, input.classes, now), now),
      ...findingsBesideLaw(call),
      ...findings,
    ];
    if (wrongs.length > 0)
      throw new CommandRefused('JUSTIFICATION_INCOMPLETE', { findings: wrongs });
    const setId = readers.length > 1 ? randomUUID() : null;
    const involved = [principal.accountId, ...readers.map(({ account }) => account)];
    const justifications: string[] = [];
    for (const { account, legal } of readers)
      justifications.push(
        await sendIn(
          { ...restOf(call), ...said, ...legal, accountId: account, setId },
          { familyId, involved },
          call,
        ),
      );
    return { justifications };
  },
};

function saidBy({ legal, alternatives, classes, purpose, relevance }: JustifyInput): Said {
  return { ...legal, classes, purpose, relevance, alternativesConsidered: alternatives };
}

/** What is asked beside the law: the purpose of the request itself, the family told or not, both dangers weighed. */
function findingsBesideLaw({ input, purpose, now }: CommandCall<JustifyInput>): readonly Finding[] {
  const { familyToldOn, notToldBecause, dangerOfSharing, dangerOfNotSharing, legal } = input;
  const found: Finding[] = [...dayToCome('familyToldOn', familyToldOn, now)];
  if (input.purpose !== purpose)
    found.push(
      finding('purpose', 'PURPOSE_NOT_DECLARED', `${purpose}, for which the request is made`),
    );
  if ((familyToldOn === null) === (notToldBecause === null))
    found.push(
      finding('familyToldOn', 'FAMILY_TOLD_MISSING', 'when the family was told, or why it was not'),
    );
  if (approvalReasons({ ...legal, classes: input.classes }).length === 0) return found;
  if (dangerOfSharing === null)
    found.push(finding('dangerOfSharing', 'DANGER_NOT_WEIGHED', 'what could come of sharing'));
  if (dangerOfNotSharing === null)
    found.push(
      finding('dangerOfNotSharing', 'DANGER_NOT_WEIGHED', 'what could come of not sharing'),
    );
  return found;
}

function restOf({
  input,
  principal,
  now,
}: CommandCall<JustifyInput>): Omit<Sent, keyof Said | 'accountId' | 'setId'> {
  return {
    episodeId: input.episode,
    personId: input.person,
    grantId: null,
    writtenBy: principal.accountId,
    renews: null,
    dangerOfSharing: input.dangerOfSharing,
    dangerOfNotSharing: input.dangerOfNotSharing,
    nature: input.nature,
    familyToldOn: input.familyToldOn,
    notToldBecause: input.notToldBecause,
    startsAt: now,
    expiresAt: input.until,
  };
}
