import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { afterAll, beforeAll, test } from 'vitest';
import { asPartners, schedulerDatabase, until } from './database.ts';
import { isSent, postTo, startedOn } from './running.ts';

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

test('a worker whose sessions the database ends goes on', async () => {
  const { scheduler } = await startedOn(database.address, async () => {});
  await owner.script(
    "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'postern-scheduler-partners' and datname = current_database()",
  );
  const id = await postTo(partners, { address: 'ida@fernhollow.example' });
  await until(owner, isSent, [id]);
  await scheduler.stop();
}, 90_000);

test('a worker whose first question for its tasks fails goes on', async () => {
  const blocking = connect(database.address, 'owner', { max: 1 });
  const asking =
    "from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'insert into%_private_tasks as tasks%'";
  const { starting } = await blocking.transaction(async (transaction) => {
    await transaction.run({
      text: 'lock table graphile_worker._private_tasks in share mode',
      values: [],
    });
    const starting = startedOn(database.address, async () => {});
    await until(owner, `exists (select ${asking})`);
    await owner.script(`select pg_terminate_backend(pid, 10000) ${asking}`);
    return { starting };
  });
  const { scheduler } = await starting;
  const id = await postTo(partners, { address: 'jon@fernhollow.example' });
  await until(owner, isSent, [id]);
  await scheduler.stop();
  await blocking.close();
}, 90_000);
