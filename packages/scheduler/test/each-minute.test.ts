import { systemClock } from '@postern/database';
import { expect, test } from 'vitest';
import { EACH_MINUTE } from '../src/engine/run-engine.ts';
import type { TimerKind } from '../src/index.ts';
import { startScheduler } from '../src/index.ts';
import { until } from './database.ts';
import { isSent, postTo } from './running.ts';
import { setStage } from './stage.ts';

const stage = setStage();

test('what has to be done each minute waits for one message at most, however many wait', async () => {
  const under = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const ids: string[] = [];
  for (const to of ['ed', 'el', 'em'])
    ids.push(await postTo(stage.partners, { address: `${to}@fernhollow.example` }));
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
    address: stage.address,
    service: 'partners',
    timers: [minute],
    clock: systemClock,
    notices: { sender: { send }, publicUrl: 'https://postern.example' },
    log: () => {},
  });
  await under.promise;
  // The next minute comes, as the service puts it.
  await stage.owner.script(
    `select graphile_worker.add_job(task, job_key => task, max_attempts => 1, priority => ${EACH_MINUTE.priority}) from (select 'partners.timers' as task) next`,
  );
  finish.resolve();
  for (const id of ids) await until(stage.owner, isSent, [id]);
  await scheduler.stop();
  const [first, second] = ['ed', 'el'].map((to) => happened.indexOf(to));
  expect(happened.indexOf('minute', first)).toBeLessThan(second ?? 0);
  expect(happened.indexOf('minute')).toBeLessThan(first ?? 0);
});
