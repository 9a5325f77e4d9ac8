import type { TrainingModule } from '@postern/access-facts';
import { deadlineAfter } from '@postern/lifecycle';
import type { Day, Due, Firing, Statements, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice } from '@postern/scheduler';
import { chosenPeriod, dayOf, takingByService } from '@postern/steps';
import type { AccountMove } from './account.machine.ts';
import type { HeldAccount } from './store/account.ts';
import { holdAccount, mayMove, moveAccount } from './store/account.ts';
import {
  acceptanceLapsed,
  idleFor,
  inUseAgain,
  invitationsExpired,
  trainingExpired,
  trainingExpiring,
} from './store/due.ts';
import { expire } from './store/invitations.ts';
import { lapsedModules } from './store/still-missing.ts';

/** What is due of all accounts, or of one. */
type DueNow = (
  statements: Statements,
  now: Date,
  limit: number,
  only?: string | null,
) => Promise<readonly Due[]>;

interface Step extends Pick<TimerKind, 'name' | 'clause'> {
  readonly move: AccountMove;
  readonly reason: string;
  readonly due: DueNow;
  /** Tells whoever it happens to. */
  tell?(held: HeldAccount, firing: Firing): Promise<void>;
}

/** A step that the service takes once facts say so; they are asked again while the account is held. */
function step({ name, clause, move, reason, due, tell }: Step): TimerKind {
  return {
    name,
    clause,
    due: (statements, now, limit) => due(statements, now, limit),
    fire: async (firing) => {
      const { transaction, now, subjectId } = firing;
      const held = await holdAccount(transaction, subjectId);
      const [still] = await due(transaction, now, 1, subjectId);
      if (!mayMove(held, move) || still === undefined) throw new NoLongerDue();
      await moveAccount(held, move, { reason }, takingByService(transaction, now));
      await tell?.(held, firing);
    },
  };
}

/** What happens to accounts because a time has come. */
export const accountTimers: readonly TimerKind[] = [
  {
    name: 'INVITATION_EXPIRED',
    clause: 'SHR-8.1c',
    due: invitationsExpired,
    fire: async ({ transaction, now, subjectId }) => {
      if (!(await expire(transaction, subjectId, now))) throw new NoLongerDue();
    },
  },
  {
    name: 'TRAINING_EXPIRING',
    clause: 'SHR-8.3.7d',
    due: (statements, now, limit) => trainingExpiring(statements, now, limit),
    fire: async ({ transaction, now, subjectId, dueAt }) => {
      const [held] = await transaction.run<{
        account: string;
        module: TrainingModule;
        expires: Day;
      }>({
        text: 'SELECT account_id AS account, module, expires_on AS expires FROM access.training WHERE id = $1',
        values: [subjectId],
      });
      if (held === undefined) throw new NoLongerDue();
      await holdAccount(transaction, held.account);
      const [still] = await trainingExpiring(transaction, now, 1, subjectId);
      if (still === undefined || +new Date(still.dueAt) !== +dueAt) throw new NoLongerDue();
      await postNotice(transaction, {
        kind: 'TRAINING_EXPIRING',
        to: { account: held.account },
        params: { module: held.module, until: held.expires, page: '/training' },
        at: now,
      });
    },
  },
  step({
    name: 'TRAINING_EXPIRED',
    clause: 'SHR-8.3.7d',
    move: 'LAPSE_TRAINING',
    reason: 'Training has run out.',
    due: trainingExpired,
    tell: async ({ id }, { transaction, now }) => {
      for (const { module, until } of await lapsedModules(transaction, id, now))
        await postNotice(transaction, {
          kind: 'TRAINING_EXPIRED',
          to: { account: id },
          params: { module, until: until as Day, page: '/training' },
          at: now,
        });
    },
  }),
  step({
    name: 'ACCEPTANCE_LAPSED',
    clause: 'SOM-8.9',
    move: 'LAPSE_ACCEPTANCE',
    reason: 'There is a user agreement in force that was not accepted.',
    due: acceptanceLapsed,
  }),
  step({
    name: 'DORMANCY_OVER',
    clause: 'SHR-8.3.7e',
    move: 'END_WARNING',
    reason: 'There is access to an open episode again.',
    due: inUseAgain,
  }),
  step({
    name: 'ACCOUNT_DORMANT_SOON',
    clause: 'SHR-8.3.7e',
    move: 'WARN_OF_DORMANCY',
    reason: 'There has been no open episode for a long time.',
    due: (statements, now, limit, only = null) =>
      idleFor(statements, now, { state: 'ACTIVE', figure: 'DORMANCY_WARNING', limit, only }),
    tell: async ({ id }, { transaction, now }) => {
      const asked = { state: 'DORMANT_WARNING', figure: 'DORMANT_ACCOUNT', limit: 1, only: id };
      const far = deadlineAfter(now, await chosenPeriod(transaction, 'DORMANT_ACCOUNT'));
      const [on] = await idleFor(transaction, far, asked);
      await postNotice(transaction, {
        kind: 'ACCOUNT_DORMANT_SOON',
        to: { account: id },
        params: { on: dayOf(on?.dueAt ?? far), page: '/me' },
        at: now,
      });
    },
  }),
  step({
    name: 'ACCOUNT_DISABLED',
    clause: 'SHR-8.3.7e',
    move: 'DISABLE_DORMANT',
    reason: 'There was no open episode for the time after which an account is disabled.',
    due: (statements, now, limit, only = null) =>
      idleFor(statements, now, {
        state: 'DORMANT_WARNING',
        figure: 'DORMANT_ACCOUNT',
        limit,
        only,
      }),
    tell: async ({ id }, { transaction, now }) => {
      await postNotice(transaction, {
        kind: 'ACCOUNT_DISABLED',
        to: { account: id },
        params: { on: dayOf(now), page: '/me' },
        at: now,
      });
    },
  }),
];
