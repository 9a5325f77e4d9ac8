import { expect, test } from 'vitest';
import type { Job } from '../src/job-queue.ts';
import { runJobs } from '../src/job-queue.ts';

/** Jobs that end when the test says so. */
function jobsOf(needs: Readonly<Record<string, readonly string[]>>) {
  const jobs: readonly Job[] = Object.entries(needs).map(([name, of]) => ({ name, needs: of }));
  const running = new Map<string, PromiseWithResolvers<void>>();
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    run: (atOnce: number) =>
      runJobs(jobs, atOnce, ({ name }) => {
        const work = Promise.withResolvers<void>();
        running.set(name, work);
        return work.promise.finally(() => running.delete(name));
      }),
    running: () => [...running.keys()],
    end: (name: string) => {
      running.get(name)?.resolve();
      return settled();
    },
    fail: (name: string, failure: Error) => {
      running.get(name)?.reject(failure);
      return settled();
    },
  };
}

test('whenever a job ends, the first of those that may run starts', async () => {
  const jobs = jobsOf({ ground: [], house: ['ground'], garden: ['ground'], fence: [] });
  const done = jobs.run(2);
  expect(jobs.running()).toEqual(['ground', 'fence']);
  await jobs.end('fence');
  expect(jobs.running()).toEqual(['ground']);
  await jobs.end('ground');
  expect(jobs.running()).toEqual(['house', 'garden']);
  await jobs.end('garden');
  await jobs.end('house');
  await done;
});

test('after a failure nothing starts, and what runs is waited for', async () => {
  const jobs = jobsOf({ house: [], fence: [], garden: [] });
  const failure = new Error('storm');
  let over = false;
  const done = jobs.run(2).finally(() => {
    over = true;
  });
  const refused = expect(done).rejects.toBe(failure);
  await jobs.fail('fence', failure);
  expect(jobs.running()).toEqual(['house']);
  expect(over).toBe(false);
  await jobs.end('house');
  await refused;
});

test('a need that nothing meets is an error', async () => {
  await expect(jobsOf({ roof: ['walls'] }).run(2)).rejects.toThrow('roof');
});
