import { randomUUID } from 'node:crypto';
import type { Connection, DatabaseAddress } from '@postern/database';
import { connect, migrate } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { databaseFrom } from '@postern/testkit';
import { schedulerMigrations } from '../src/index.ts';

/** A fresh database with the scheduler, accounts to be told, and tasks that fall due. */
export function schedulerDatabase(): Promise<TestDatabase> {
  return databaseFrom('scheduler', async (address) => {
    await migrate(address, [schedulerMigrations], () => {});
    const owner = connect(address, 'owner', { max: 1 });
    await owner.script(`
      create schema partners;
      create table partners.practitioner (id uuid primary key, email text not null, left_at timestamptz);
      create schema access;
      create table access.account_person (account_id uuid primary key, person_id uuid not null);
      create table access.deceased_person (person_id uuid primary key, died_on date not null);
      create schema work;
      create table work.task (id uuid primary key, due_at timestamptz not null, is_done boolean not null default false);
      create table work.effect (task_id uuid not null, at timestamptz not null);
      grant usage on schema partners, access, work to postern_partners;
      grant select on partners.practitioner, access.account_person, access.deceased_person to postern_partners;
      grant select, insert, update on work.task, work.effect to postern_partners;`);
    await owner.close();
  });
}

/** Plants tasks due at a moment; answers their ids. */
export async function plantTasks(owner: Connection, dueAt: Date, count = 1): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await owner.run({
    text: 'insert into work.task (id, due_at) select id, $2 from unnest($1::uuid[]) as id',
    values: [ids, dueAt],
  });
  return ids;
}

/** How often each of the tasks had its effect, its notice and its note of being fired. */
export async function effectsOf(
  owner: Connection,
  ids: readonly string[],
): Promise<readonly { effects: number; notices: number; firings: number }[]> {
  return owner.run({
    text: `select (select count(*)::int from work.effect where task_id = asked.id) as effects,
        (select count(*)::int from scheduler.notice where to_account = asked.id) as notices,
        (select count(*)::int from scheduler.timer_firing where subject_id = asked.id) as firings
      from unnest($1::uuid[]) with ordinality as asked(id, place) order by place`,
    values: [ids],
  });
}

/** What {@link effectsOf} says of a task that was done once, in all its parts. */
export const ONCE = { effects: 1, notices: 1, firings: 1 };

/** Waits for as long as the database says otherwise. */
export async function until(
  connection: Connection,
  condition: string,
  values: readonly unknown[] = [],
): Promise<void> {
  for (;;) {
    const [row] = await connection.run<{ holds: boolean }>({
      text: `select (${condition}) as holds`,
      values,
    });
    if (row?.holds === true) return;
  }
}

/** The connection of the service that fires in these tests. */
export function asPartners(address: DatabaseAddress, max = 1): Connection {
  return connect(address, 'partners', { max });
}
