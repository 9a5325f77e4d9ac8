import type { Firing, Statements, TimerKind } from '@postern/scheduler';
import { NoLongerDue, unfired } from '@postern/scheduler';
import { takingByService } from '@postern/steps';
import { nobodyFreeTimer } from '../conflict/nobody-free.ts';
import { relatedEpisodes } from '../conflict/store/related-families.ts';
import { hostTeam } from '../role-holding/store/office-holders.ts';
import { postDue, step } from './commands/steps.ts';
import { HOST_TEAM } from './guards/seen-issue.ts';
import type { AccuracyIssue } from './store/issues.ts';
import { holdIssue, recorderOf } from './store/issues.ts';

const OPEN = ['WITH_RECORDER', 'WITH_HOST'];

/** Whoever has an issue is reminded of it; what is late is the host team's, whoever had it (SHR-4.5). */
export const accuracyIssueTimers: readonly TimerKind[] = [
  nobodyFreeTimer({
    name: 'ACCURACY_ISSUE_NOBODY_FREE',
    from: 'partners.accuracy_issue issue',
    id: 'issue.id',
    since: 'issue.raised_at',
    // What was put right waits for the host to tell its source.
    where: `issue.state IN ('WITH_HOST', 'CORRECTED')`,
    roles: [HOST_TEAM],
    isBarred: (account) => `issue.episode_id IN (${relatedEpisodes(account, '$1')})`,
  }),
  {
    name: 'ACCURACY_ISSUE_REMINDER',
    clause: 'SHR-4.5',
    due: dueBy('ACCURACY_ISSUE_REMINDER', 'remind_at'),
    fire: async (firing) => {
      const issue = await openIssue(firing);
      const { transaction, now } = firing;
      const recorder =
        issue.state === 'WITH_RECORDER' ? await recorderOf(transaction, issue, now) : null;
      const keepers = recorder?.isHere ? [recorder.id] : await hostTeam(transaction, now);
      await postDue(keepers, issue, firing);
    },
  },
  {
    name: 'ACCURACY_ISSUE_LATE',
    clause: 'SHR-4.5',
    due: dueBy('ACCURACY_ISSUE_LATE', 'due_at'),
    fire: async (firing) => {
      const { transaction, now } = firing;
      const issue = await openIssue(firing);
      if (issue.state === 'WITH_RECORDER')
        await step(
          issue,
          {
            move: 'SEND_TO_HOST',
            onBehalfOf: 'SERVICE',
            reason: 'It was not put right in time.',
          },
          takingByService(transaction, now),
        );
      await postDue(await hostTeam(transaction, now), issue, firing);
    },
  },
];

function dueBy(kind: string, column: 'due_at' | 'remind_at'): TimerKind['due'] {
  const isUnfired = unfired(kind, { subject: 'issue.id', dueAt: `issue.${column}` });
  return async (statements: Statements, now, limit) => {
    const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
      text: `SELECT id AS "subjectId", ${column} AS "dueAt" FROM partners.accuracy_issue issue
        WHERE state = ANY ($3::text[]) AND ${column} <= $1 AND ${isUnfired} ORDER BY ${column} LIMIT $2`,
      values: [now.toISOString(), limit, OPEN],
    });
    return rows.map(({ subjectId, dueAt }) => ({ subjectId, dueAt: new Date(dueAt) }));
  };
}

async function openIssue({ transaction, subjectId }: Firing): Promise<AccuracyIssue> {
  const issue = await holdIssue(transaction, subjectId);
  if (!OPEN.includes(issue.state)) throw new NoLongerDue();
  return issue;
}
