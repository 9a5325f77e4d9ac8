import { connect } from '@postern/database';
import { expect, test } from 'vitest';
import { until } from './database.ts';
import { isSent, postTo, startedOn } from './running.ts';
import { setStage } from './stage.ts';

const stage = setStage();

test('a worker whose sessions the database ends goes on', async () => {
  const { scheduler } = await startedOn(stage.address, async () => {});
  await stage.owner.script(
    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'postern-scheduler-partners' and datname = current_database()",
  );
  const id = await postTo(stage.partners, { address: 'ida@fernhollow.example' });
  await until(stage.owner, isSent, [id]);
  await scheduler.stop();
}, 90_000);

test('a worker whose first question for its tasks fails goes on', async () => {
  const holding = connect(stage.address, 'owner', { max: 1 });
  const asking =
    "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into%_private_tasks as tasks%'";
  const { starting } = await holding.transaction(async (transaction) => {
    await transaction.run({
      text: 'lock table graphile_worker._private_tasks in share mode',
      values: [],
    });
    // Not awaited: it starts when the lock is gone.
    const starting = startedOn(stage.address, async () => {});
    await until(stage.owner, `exists (select ${asking})`);
    await stage.owner.script(`select pg_terminate_backend(pid, 10000) ${asking}`);
    return { starting };
  });
  const { scheduler } = await starting;
  const id = await postTo(stage.partners, { address: 'jon@fernhollow.example' });
  await until(stage.owner, isSent, [id]);
  await scheduler.stop();
  await holding.close();
}, 90_000);

test('a start that fails once jobs are asked for is told of, and leaves no session', async () => {
  const adding = 'execute on function graphile_worker.add_job';
  const [{ signature = '' } = {}] = await stage.owner.run<{ signature: string }>({
    text: "select pg_get_function_identity_arguments('graphile_worker.add_job'::regproc) as signature",
    values: [],
  });
  const may = `${adding}(${signature})`;
  await stage.owner.script(`revoke ${may} from public, postern_partners`);
  await expect(startedOn(stage.address, async () => {})).rejects.toMatchObject({
    code: 'SCHEDULER_FAILED',
  });
  await stage.owner.script(`grant ${may} to postern_partners`);
  await until(
    stage.owner,
    "not exists (select from pg_stat_activity where application_name = 'postern-scheduler-partners' and datname = current_database())",
  );
});
