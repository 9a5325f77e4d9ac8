import { randomUUID } from 'node:crypto';
import { systemClock } from '@postern/database';
import type { LogEntry } from '@postern/edge';
import { expect, test } from 'vitest';
import type { Message, TimerKind } from '../src/index.ts';
import { NotSent, postNotice } from '../src/index.ts';
import { deliverNotice, MOST_ATTEMPTS } from '../src/notices/deliver-notice.ts';
import { resumeNotices } from '../src/notices/resume-notices.ts';
import { effectsOf, ONCE, plantTasks, until } from './database.ts';
import type { Addressee } from './running.ts';
import { AT, isSent, postTo, publicUrl, startedOn } from './running.ts';
import { setStage } from './stage.ts';
import { TASK_DUE } from './task-timer.ts';

const stage = setStage();

const started = (
  send: (message: Message) => Promise<void>,
  timers: readonly TimerKind[] = [],
): ReturnType<typeof startedOn> => startedOn(stage.address, send, timers);

async function account(email: string): Promise<string> {
  const id = randomUUID();
  await stage.owner.run({
    text: 'insert into partners.practitioner values ($1, $2)',
    values: [id, email],
  });
  return id;
}

const post = (to: Addressee): Promise<string> => postTo(stage.partners, to);

async function rowOf(id: string): Promise<Record<string, unknown>> {
  const [row] = await stage.owner.run<Record<string, unknown>>({
    text: 'select state, attempts, sent_at, last_error_code as code from scheduler.notice where id = $1',
    values: [id],
  });
  return row ?? {};
}

test('a notice that was posted while nobody was there is sent after the start, to the address of that moment', async () => {
  const to = await account('former@fernhollow.example');
  const id = await post({ account: to });
  await stage.owner.run({
    text: "update partners.practitioner set email = 'ada@fernhollow.example' where id = $1",
    values: [to],
  });
  const sent: Message[] = [];
  const { scheduler, entries } = await started(async (message) => void sent.push(message));
  await until(stage.owner, isSent, [id]);
  await scheduler.stop();
  expect(sent).toEqual([
    {
      id,
      to: 'ada@fernhollow.example',
      subject: 'Your access to a record ends soon',
      text: expect.stringContaining('30 June 2026'),
    },
  ]);
  expect(sent[0]?.text).toContain('https://postern.example/grants');
  expect(await rowOf(id)).toMatchObject({ state: 'SENT', attempts: 1, code: null });
  expect(entries).toEqual([]);
});

test('one that is posted while it runs is sent at once, and one that was rolled back never', async () => {
  const sent: string[] = [];
  const { scheduler } = await started(async ({ to }) => void sent.push(to));
  const undone = stage.partners.transaction(async (transaction) => {
    const to = { address: 'undone@fernhollow.example' };
    const params = { on: '2026-06-30', page: '/grants' } as const;
    await postNotice(transaction, { kind: 'GRANT_ENDING', to, params, at: AT });
    throw new Error('called off');
  });
  await expect(undone).rejects.toThrow('called off');
  const id = await post({ address: 'bo@fernhollow.example' });
  await until(stage.owner, isSent, [id]);
  await scheduler.stop();
  expect(sent).toEqual(['bo@fernhollow.example']);
});

test('a job holds nothing but an id', async () => {
  const id = await post({ address: 'cy@fernhollow.example' });
  const rows = await stage.owner.run({
    text: 'select payload from graphile_worker._private_jobs where key = $1',
    values: [`notice:${id}`],
  });
  expect(rows).toEqual([{ payload: { id } }]);
});

test('a stop waits for the message that is under way', async () => {
  const under = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const id = await post({ address: 'di@fernhollow.example' });
  const { scheduler } = await started(async ({ to }) => {
    if (!to.startsWith('di')) return;
    under.resolve();
    await finish.promise;
  });
  await under.promise;
  let isStopped = false;
  const stopping = scheduler.stop().then(() => {
    isStopped = true;
  });
  await until(stage.owner, '$1::text is not null', ['a round trip']);
  expect(isStopped).toBe(false);
  finish.resolve();
  await stopping;
  expect(await rowOf(id)).toMatchObject({ state: 'SENT' });
});

test('one that is not taken waits with its code and is tried again, and its row tells no more', async () => {
  const id = await post({ address: 'ed@fernhollow.example' });
  let tries = 0;
  const { scheduler, entries } = await started(async () => {
    tries += 1;
    if (tries === 1)
      throw new NotSent('ECONNECTION', { isFinal: false, cause: new Error('ed@fernhollow') });
  });
  await until(
    stage.owner,
    "(select last_error_code from scheduler.notice where id = $1) = 'ECONNECTION'",
    [id],
  );
  expect(await rowOf(id)).toMatchObject({ state: 'WAITING', attempts: 1 });
  // The library waits longer each time; the test does not.
  await until(stage.owner, '(select locked_at from graphile_worker.jobs where key = $1) is null', [
    `notice:${id}`,
  ]);
  const [job] = await stage.owner.run<{ last_error: string }>({
    text: 'select last_error from graphile_worker.jobs where key = $1',
    values: [`notice:${id}`],
  });
  expect(job?.last_error).not.toMatch(/fernhollow/);
  await stage.owner.run({
    text: 'update graphile_worker._private_jobs set run_at = now() where key = $1',
    values: [`notice:${id}`],
  });
  await stage.owner.script(`select pg_notify('jobs:insert', '{"r":0.5,"count":1}')`);
  await until(stage.owner, isSent, [id]);
  await scheduler.stop();
  expect(await rowOf(id)).toMatchObject({ state: 'SENT', attempts: 2, code: null });
  expect(entries).toMatchObject([
    { code: 'NOTICE_NOT_SENT', facts: { notice: id, reason: 'ECONNECTION', attempt: 1 } },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/fernhollow/);
});

test.each([
  ['refused for good', 'EENVELOPE_550', true, 0],
  ['tried often enough', 'ECONNECTION', false, MOST_ATTEMPTS - 1],
])('one %s is given up, with an alarm', async (_, code, isFinal, before) => {
  const id = await post({ address: 'fay@fernhollow.example' });
  await stage.owner.run({
    text: 'update scheduler.notice set attempts = $2 where id = $1',
    values: [id, before],
  });
  const entries: LogEntry[] = [];
  const log = (entry: LogEntry): number => entries.push(entry);
  const send = async (): Promise<void> => {
    throw new NotSent(code, { isFinal });
  };
  await deliverNotice(id, {
    connection: stage.partners,
    clock: systemClock,
    sender: { send },
    publicUrl,
    log,
  });
  expect(await rowOf(id)).toMatchObject({
    state: 'GIVEN_UP',
    attempts: before + 1,
    code,
    sent_at: null,
  });
  expect(entries).toEqual([
    {
      event: 'ALARM',
      code: 'NOTICE_GIVEN_UP',
      facts: { notice: id, reason: code, attempt: before + 1 },
    },
  ]);
});

test('an account without an address is given up', async () => {
  const id = await post({ account: randomUUID() });
  await deliverNotice(id, {
    connection: stage.partners,
    clock: systemClock,
    sender: { send: () => Promise.reject(new TypeError('nobody is to be written to')) },
    publicUrl,
    log: () => {},
  });
  expect(await rowOf(id)).toMatchObject({ state: 'GIVEN_UP', code: 'ADDRESS_UNKNOWN' });
});

test.each([
  ['left', 'update partners.practitioner set left_at = now() where id = $1'],
  [
    'has died',
    `with died as (insert into access.deceased_person values (gen_random_uuid(), '2026-06-01') returning person_id)
      insert into access.account_person select $1::uuid, person_id from died`,
  ],
])(
  'whoever %s is told nothing more, as the mailbox may be another’s, and nobody is alarmed',
  async (_, text) => {
    const to = await account('gone@fernhollow.example');
    const id = await post({ account: to });
    await stage.owner.run({ text, values: [to] });
    const entries: LogEntry[] = [];
    await deliverNotice(id, {
      connection: stage.partners,
      clock: systemClock,
      sender: { send: () => Promise.reject(new TypeError('nobody is to be written to')) },
      publicUrl,
      log: (entry) => entries.push(entry),
    });
    expect(await rowOf(id)).toMatchObject({ state: 'GIVEN_UP', code: 'ADDRESSEE_LEFT' });
    expect(entries).toEqual([]);
  },
);

test('a notice whose worker was killed is asked for again, one that is under way is not', async () => {
  await stage.owner.script(
    "update scheduler.notice set state = 'GIVEN_UP' where state = 'WAITING'",
  );
  const [dead, alive] = [
    await post({ address: 'gil@fernhollow.example' }),
    await post({ address: 'hal@fernhollow.example' }),
  ];
  const lock = `update graphile_worker._private_jobs set locked_by = 'gone', attempts = 1, locked_at = now() - $2::interval
    where key = $1`;
  await stage.owner.run({ text: lock, values: [`notice:${dead}`, '11 minutes'] });
  await stage.owner.run({ text: lock, values: [`notice:${alive}`, '1 minute'] });
  expect(await resumeNotices(stage.partners)).toBe(1);
  expect(await resumeNotices(stage.partners)).toBe(0);
  const jobs = await stage.owner.run({
    text: 'select key, locked_by from graphile_worker.jobs where key = any($1::text[]) order by locked_by nulls first',
    values: [[`notice:${dead}`, `notice:${alive}`]],
  });
  expect(jobs).toEqual([
    { key: `notice:${dead}`, locked_by: null },
    { key: `notice:${alive}`, locked_by: 'gone' },
  ]);
});

test('what fell due while nobody was there is fired at the start, and each minute is asked for', async () => {
  const [id = ''] = await plantTasks(stage.owner, AT);
  const { scheduler } = await started(async () => {}, [TASK_DUE]);
  await until(stage.owner, 'exists (select from scheduler.timer_firing where subject_id = $1)', [
    id,
  ]);
  await until(
    stage.owner,
    "exists (select from graphile_worker._private_known_crontabs where identifier = 'partners.timers')",
  );
  await scheduler.stop();
  expect(await effectsOf(stage.owner, [id])).toEqual([ONCE]);
});
