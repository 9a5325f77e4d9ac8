import type { Connection } from '@postern/database';
import { connect, systemClock } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EACH_MINUTE } from '../src/engine/run-engine.ts';
import type { TimerKind } from '../src/index.ts';
import { postNotice, startScheduler } from '../src/index.ts';
import { asPartners, schedulerDatabase, until } from './database.ts';

let database: TestDatabase;
let owner: Connection;
let partners: Connection;
beforeAll(async () => {
  database = await schedulerDatabase();
  owner = connect(database.address, 'owner', { max: 2 });
  partners = asPartners(database.address, 2);
});
afterAll(async () => {
  await Promise.all([owner?.close(), partners?.close()]);
  await database?.drop();
});

test('what has to be done each minute waits for one message at most, however many wait', async () => {
  const under = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const ids: string[] = [];
  for (const to of ['ed', 'el', 'em'])
    ids.push(
      await partners.transaction((transaction) =>
        postNotice(transaction, {
          kind: 'GRANT_ENDING',
          to: { address: `${to}@fernhollow.example` },
          params: { on: '2026-06-30', page: '/grants' },
          at: new Date('2026-06-12T09:00:00Z'),
        }),
      ),
    );
  const happened: string[] = [];
  const minute: TimerKind = {
    name: 'MINUTE',
    clause: 'SHR-8.3.7i',
    due: async () => {
      happened.push('minute');
      return [];
    },
    fire: async () => {},
  };
  const send = async ({ to }: { readonly to: string }) => {
    happened.push(to.slice(0, 2));
    under.resolve();
    await finish.promise;
  };
  const scheduler = await startScheduler({
    address: database.address,
    service: 'partners',
    timers: [minute],
    clock: systemClock,
    notices: { sender: { send }, publicUrl: 'https://postern.example' },
    log: () => {},
  });
  await under.promise;
  // The next minute comes, as the service puts it.
  await owner.script(
    `select graphile_worker.add_job(task, job_key => task, max_attempts => 1, priority => ${EACH_MINUTE.priority}) from (select 'partners.timers' as task) next`,
  );
  finish.resolve();
  for (const id of ids)
    await until(owner, "(select state from scheduler.notice where id = $1) = 'SENT'", [id]);
  await scheduler.stop();
  const [first, second] = ['ed', 'el'].map((to) => happened.indexOf(to));
  expect(happened.indexOf('minute', first)).toBeLessThan(second ?? 0);
  expect(happened.indexOf('minute')).toBeLessThan(first ?? 0);
});
