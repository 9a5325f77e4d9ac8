import { cast } from '@postern/sample-county';
import { expect, onTestFinished, test } from 'vitest';
import { startService } from '../../src/services/start-service.ts';
import { startPublisher } from '../../src/stack/publisher.ts';
import { CountyClock, countyDatabase, gateFor } from '../county-fixture.ts';

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
  // Half an hour into July by the clocks of the United Kingdom.
  clock.set(new Date('2026-06-30T23:30:00Z'));
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
