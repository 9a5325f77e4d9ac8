import type { Firing, TimerKind } from '@postern/scheduler';
import { NoLongerDue, postNotice, unfired } from '@postern/scheduler';
import { hold, takeStep, takingByService } from '@postern/steps';
import { nobodyFreeTimer } from '../conflict/nobody-free.ts';
import { accessRequestMachine } from './access-request.machine.ts';
import type { HeldRequest } from './store/requests.ts';
import { ACCESS_REQUESTS, changeRequest, mayBeOfRelated } from './store/requests.ts';

const KEPT = `(request.outcome_at + (SELECT make_interval(months => value) FROM access.figure WHERE name = 'ACCESS_REQUEST_KEPT'))`;

function timerOf(given: {
  readonly name: string;
  readonly dueAt: string;
  readonly where: string;
  readonly fire: (held: HeldRequest, firing: Firing) => Promise<void>;
}): TimerKind {
  const { name, dueAt, where } = given;
  return {
    name,
    clause: 'SHR-8.2.1f',
    due: async (statements, now, limit) => {
      const rows = await statements.run<{ subjectId: string; dueAt: Date }>({
        text: `SELECT request.id AS "subjectId", ${dueAt} AS "dueAt" FROM partners.access_request request
          WHERE ${dueAt} <= $1 AND ${where} AND ${unfired(name, { subject: 'request.id', dueAt })} ORDER BY 2, 1 LIMIT $2`,
        values: [now.toISOString(), limit],
      });
      return rows.map((row) => ({ subjectId: row.subjectId, dueAt: new Date(row.dueAt) }));
    },
    fire: async (firing) => {
      const { transaction, subjectId, now, dueAt: due } = firing;
      const held = await hold<HeldRequest>(transaction, ACCESS_REQUESTS, subjectId);
      const still = await transaction.run({
        text: `SELECT 1 AS still FROM partners.access_request request WHERE request.id = $1 AND ${dueAt} <= $2 AND ${where}
          AND date_trunc('milliseconds', ${dueAt}) = $3`,
        values: [subjectId, now.toISOString(), due.toISOString()],
      });
      if (still.length === 0) throw new NoLongerDue();
      await given.fire(held, firing);
    },
  };
}

/** Everything in which whoever asked, or was asked back, may have named somebody; a refusal’s reasons stay (SHR-3.3.8). */
async function wipe({ id }: HeldRequest, { transaction }: Firing): Promise<void> {
  await transaction.run({
    text: `UPDATE partners.access_request SET identifiers = NULL, purpose = NULL, working_relationship = NULL, query = NULL, reply = NULL
      WHERE id = $1`,
    values: [id],
  });
}

/** Whoever asked hears that there is an outcome when the window is over, whatever it is; then what they told is wiped. */
export const accessRequestTimers: readonly TimerKind[] = [
  nobodyFreeTimer({
    name: 'ACCESS_REQUEST_NOBODY_FREE',
    from: 'partners.access_request request',
    id: 'request.id',
    since: 'request.asked_at',
    where: `request.state IN ('REQUESTED', 'QUERIED')`,
    isBarred: (account) => `${account} = request.asked_by OR ${mayBeOfRelated(account, '$1')}`,
  }),
  timerOf({
    name: 'ACCESS_REQUEST_ANSWERED',
    dueAt: 'request.outcome_at',
    where: 'TRUE',
    fire: async ({ askedBy: account }, { transaction, now }) => {
      await postNotice(transaction, {
        kind: 'ACCESS_REQUEST_ANSWERED',
        to: { account },
        params: { page: '/requests' },
        at: now,
      });
    },
  }),
  timerOf({
    name: 'ACCESS_REQUEST_WIPED',
    dueAt: 'greatest(request.outcome_at, request.decided_at)',
    where: `request.state IN ('GRANTED', 'REFUSED') AND request.identifiers IS NOT NULL`,
    fire: wipe,
  }),
  timerOf({
    name: 'ACCESS_REQUEST_LAPSED',
    dueAt: KEPT,
    where: `request.state IN ('REQUESTED', 'QUERIED')`,
    fire: async (held, firing) => {
      const { transaction, now } = firing;
      const { askedBy: account, agencyId: agency } = held;
      const reason = 'Nobody decided on it for as long as it may be kept.';
      const step = {
        move: 'LAPSE',
        onBehalfOf: 'SERVICE',
        reason,
        about: { account, agency },
      } as const;
      const taking = takingByService(transaction, now);
      const state = await takeStep(accessRequestMachine, held, step, taking);
      await changeRequest(transaction, held.id, { state });
      await wipe(held, firing);
    },
  }),
];
