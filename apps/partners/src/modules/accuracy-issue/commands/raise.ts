import { deadlineAfter } from '@postern/lifecycle';
import { civilDay, FAMILY_ROLES } from '@postern/policy';
import {
  begin,
  chosen,
  chosenPeriod,
  day,
  dayOf,
  id,
  idempotencyKey,
  takingByService,
  takingFor,
  text,
  uuid,
} from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { requireMayWrite } from '../../grant/guards/may-write.ts';
import { hostTeam } from '../../role-holding/store/office-holders.ts';
import { accuracyIssueMachine } from '../accuracy-issue.machine.ts';
import { ACCURACY_KINDS } from '../accuracy-issue.table.ts';
import type { Recorder } from '../store/issues.ts';
import { addIssue, holdIssue, recorderOf } from '../store/issues.ts';
import { leadsOf } from '../store/recipients.ts';
import { postDue, step } from './steps.ts';

const LONGEST_NAME = 200;
const LONGEST_ACCOUNT_OF_IT = 10_000;

const input = z.strictObject({
  episode: id,
  coordinate: z.string().max(LONGEST_NAME),
  person: uuid.nullish(),
  item: uuid.nullish(),
  kind: z.enum(ACCURACY_KINDS),
  wrong: text(LONGEST_ACCOUNT_OF_IT),
  foundOn: day,
  recordedBy: uuid.nullish(),
  idempotencyKey,
});
type Raising = CommandCall<z.infer<typeof input>>;

/** Says that something in the record of an episode that one may read is wrong. */
export const raiseAccuracyIssue: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const { episode, coordinate, person = null, item = null, kind, wrong, foundOn } = call.input;
    await requireMayWrite(call, episode);
    requireField(call);
    if (foundOn > civilDay(now)) throw new CommandRefused('FOUND_LATER_THAN_NOW');
    const recorder = await recorderNamed(call);
    const issue = crypto.randomUUID();
    const times = await timesFrom(call);
    await addIssue(transaction, {
      id: issue,
      episodeId: episode,
      coordinate,
      personId: person,
      itemId: item,
      kind,
      wrong,
      foundOn,
      state: accuracyIssueMachine.initial,
      raisedBy: principal.accountId,
      raisedByAgencyId: isOfFamily(principal.roles) ? null : principal.agencyId,
      raisedAt: now,
      recorder,
      ...times,
    });
    const about = { episode, account: principal.accountId };
    await begin(
      accuracyIssueMachine,
      issue,
      {
        move: 'RAISE',
        onBehalfOf: 'SELF',
        reason: 'What is wrong stands with the issue.',
        about,
        details: { foundOn, isLate: foundOn < times.latestFound },
      },
      takingFor(call),
    );
    const held = await holdIssue(transaction, issue);
    await step(
      held,
      {
        move: recorder?.isHere === true ? 'SEND_TO_RECORDER' : 'SEND_TO_HOST',
        onBehalfOf: 'SERVICE',
        reason:
          recorder?.isHere === true
            ? 'To whoever recorded it.'
            : 'To the host team: nobody was named who recorded it and can put it right.',
      },
      takingByService(transaction, now),
    );
    const keepers = recorder?.isHere === true ? [recorder.id] : await hostTeam(transaction, now);
    // The lead professional is told at once, whoever puts it right (DEV-A3-acc2).
    const told = new Set([...keepers, ...(await leadsOf(transaction, episode, now))]);
    told.delete(principal.accountId);
    await postDue([...told], { episodeId: episode, dueAt: times.dueAt }, call);
    return { accuracyIssue: issue };
  },
};

function isOfFamily(roles: readonly string[]): boolean {
  return roles.some((role) => FAMILY_ROLES.includes(role));
}

/** @throws CommandRefused ARGUMENT_INVALID where no record has a field of that name */
function requireField({ input: { coordinate }, dictionary }: Raising): void {
  const [type = '', field = ''] = coordinate.split('.');
  if (dictionary.get(type)?.has(field) !== true)
    throw argumentInvalid(
      'coordinate',
      'the name of a field of a record, for example Person.dateOfBirth',
    );
}

/** Whoever is named is a colleague whom the caller may see. @throws CommandRefused RECORD_UNKNOWN */
async function recorderNamed({ transaction, seen, input, now }: Raising): Promise<Recorder | null> {
  const { recordedBy = null, episode: episodeId } = input;
  if (recordedBy === null) return null;
  if (!(await seen('Practitioner', [recordedBy])).has(recordedBy))
    throw new CommandRefused('RECORD_UNKNOWN');
  return recorderOf(transaction, { recordedBy, episodeId }, now);
}

/** Reminded after half of the time where the partnership allows any, and late at once where it allows none. */
async function timesFrom({ transaction, now, input: { kind } }: Raising): Promise<{
  readonly remindAt: Date;
  readonly dueAt: Date;
  readonly latestFound: string;
}> {
  const isError = kind === 'ERROR';
  const period = await chosenPeriod(
    transaction,
    isError ? 'ERROR_REPORT' : 'CHANGED_CIRCUMSTANCES',
  );
  const isAtOnce = isError && (await chosen(transaction, 'ERROR_REPORT')) === 'IMMEDIATELY';
  const allowed = isAtOnce ? 0 : period.value;
  const after = (value: number): Date =>
    value === 0 ? now : deadlineAfter(now, { ...period, value });
  const longAgo = new Date(now.getTime() - 2 * allowed * 86_400_000);
  return {
    remindAt: after(Math.floor(allowed / 2)),
    dueAt: after(allowed),
    latestFound: dayOf(longAgo),
  };
}
