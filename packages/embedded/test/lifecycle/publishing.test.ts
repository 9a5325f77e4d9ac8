import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Connection } from '@postern/database';
import { CATALOGUE } from '@postern/reporting';
import { cast } from '@postern/sample-county';
import { expect, onTestFinished, test } from 'vitest';
import { startPublisher } from '../../src/publisher/publisher.ts';
import { startService } from '../../src/services/start-service.ts';
import { CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';

/** Half an hour into July by the clocks of the United Kingdom. */
const JULY = new Date('2026-06-30T23:30:00Z');

test('a month goes out by itself once it has closed, though the database failed it at first, and is listed', async () => {
  const database = await countyDatabase();
  const clock = new CountyClock();
  const gate = await gateFor(database, { clock });
  const out: string[] = [];
  const told = Promise.withResolvers<void>();
  const failed = Promise.withResolvers<unknown>();
  await database.owner.script('revoke insert on reporting.cell from postern_reporting_builder');
  const publisher = startPublisher({
    address: database.address,
    clock,
    log: failed.resolve,
    pause: 1,
    onPublished: (editions) => {
      out.push(...editions);
      told.resolve();
    },
  });
  onTestFinished(async () => {
    await publisher.stop();
    await gate.close();
    await database.drop();
  });
  clock.set(JULY);
  expect(JSON.stringify(await failed.promise)).toContain('DATABASE_REFUSED');
  expect(out).toEqual([]);
  await database.owner.script('grant insert on reporting.cell to postern_reporting_builder');
  await told.promise;
  expect(out).toContain('EPISODES/MONTH/2026-06-01');
  expect(out).toContain('EPISODES/QUARTER/2026-04-01');
  const { body } = await gate.ask(
    cast.practitioners.ines,
    '{ indicator(id: EPISODES) { publishedThrough } publications(from: "2026-06") { id publishedAt } }',
    { path: '/reporting/graphql', purpose: 'PLANNING_AND_REPORTING' },
  );
  expect(body.errors).toBeUndefined();
  expect(body.data.indicator).toEqual({ publishedThrough: '2026-06-30' });
  expect(body.data.publications).toContainEqual({
    id: 'EPISODES/MONTH/2026-06-01',
    publishedAt: '2026-06-30T23:30:00.000Z',
  });
});

test('it is published beside whoever answers: while nothing else of the process gets its turn', async () => {
  const database = await countyDatabase();
  const clock = new CountyClock();
  clock.set(JULY);
  const publisher = startPublisher({ address: database.address, clock, log: () => {} });
  onTestFinished(async () => {
    await publisher.stop();
    await database.drop();
  });
  const waiting = fileURLToPath(new URL('./wait-for-edition.ts', import.meta.url));
  const asked = [waiting, database.address.urlFor('owner'), 'EPISODES/MONTH/2026-06-01'];
  const { status, stderr } = spawnSync(process.execPath, asked, { timeout: 60_000 });
  expect(String(stderr)).toBe('');
  expect(status).toBe(0);
});

test('stopped in the middle of it, nothing of an indicator is out, and the next publisher puts out the whole', async () => {
  const database = await countyDatabase();
  const clock = new CountyClock();
  clock.set(JULY);
  const given = { address: database.address, clock, log: () => {} };
  onTestFinished(() => database.drop());
  const june = () =>
    database.owner.run<{ indicator: string }>({
      text: "select indicator from reporting.edition where grain = 'MONTH' and period_start = '2026-06-01'",
      values: [],
    });
  const stopped = startPublisher(given);
  await database.owner.transaction(async (transaction) => {
    await transaction.script('lock table reporting.cell in share mode');
    await until(
      transaction,
      "select 1 from pg_locks where mode = 'RowExclusiveLock' and not granted",
    );
    await stopped.stop();
  });
  await until(
    database.owner,
    "select 1 where not exists (select from pg_stat_activity where application_name = 'postern-publisher' and datname = current_database())",
  );
  expect(await june()).toEqual([]);
  const told = Promise.withResolvers<readonly string[]>();
  const next = startPublisher({ ...given, onPublished: told.resolve });
  onTestFinished(() => next.stop());
  expect(await told.promise).toContain('EPISODES/MONTH/2026-06-01');
  expect(await june()).toHaveLength(CATALOGUE.length);
});

async function until(connection: Connection, text: string): Promise<void> {
  while ((await connection.run({ text, values: [] })).length === 0);
}

test('as a service of its own it needs the builder’s address alone, and answers nobody', async () => {
  const database = await countyDatabase();
  onTestFinished(() => database.drop());
  const address = {
    ...database.address,
    urlFor: (role: Parameters<typeof database.address.urlFor>[0]) => {
      if (role !== 'reporting_builder') throw new Error(`asked for ${role}`);
      return database.address.urlFor(role);
    },
  };
  const settings = { address } as Parameters<typeof startService>[1];
  const service = await startService('publisher', settings, () => {});
  expect(service.url).toBeNull();
  await service.stop();
});
