import type { LogEntry } from '@postern/edge';
import { Fault } from '@postern/errors';
import { expect, test } from 'vitest';
import type { Engine } from '../src/engine/keep-engine.ts';
import { keepEngine } from '../src/engine/keep-engine.ts';

/** Engines that end when they are told to; `started` resolves with each that starts. */
function engines(failing: ReadonlySet<number> = new Set()) {
  const all: { end(fault: Fault | null): void; stops: number }[] = [];
  const waiting: (() => void)[] = [];
  let starts = 0;
  return {
    all,
    reached: async (count: number): Promise<void> => {
      while (starts < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    start: async (): Promise<Engine> => {
      starts += 1;
      for (const resolve of waiting.splice(0)) resolve();
      if (failing.has(starts)) throw new Fault('DATABASE_UNREACHABLE');
      const { promise, resolve } = Promise.withResolvers<Fault | null>();
      const one = { end: resolve, stops: 0 };
      all.push(one);
      return {
        over: promise,
        stop: async () => {
          one.stops += 1;
          resolve(null);
        },
      };
    },
  };
}

test('an engine that ends by itself is told of and followed by another, however often that fails', async () => {
  const made = engines(new Set([2, 3]));
  const entries: LogEntry[] = [];
  const kept = await keepEngine({
    start: made.start,
    log: (entry) => entries.push(entry),
    pause: 0,
  });
  made.all[0]?.end(new Fault('SCHEDULER_FAILED', { logged: { reason: '57P01' } }));
  await made.reached(4);
  await kept.stop();
  expect(entries.map((entry) => 'code' in entry && entry.code)).toEqual([
    'SCHEDULER_FAILED',
    'DATABASE_UNREACHABLE',
    'DATABASE_UNREACHABLE',
  ]);
  expect(made.all).toHaveLength(2);
  for (const { stops } of made.all) expect(stops).toBeGreaterThan(0);
});

test('one that is stopped is not started again, also while another is waited for', async () => {
  const made = engines();
  const entries: LogEntry[] = [];
  const kept = await keepEngine({ start: made.start, log: (entry) => entries.push(entry) });
  await kept.stop();
  expect([made.all.length, entries]).toEqual([1, []]);
  const again = engines();
  const told = Promise.withResolvers<void>();
  const waiting = await keepEngine({ start: again.start, log: () => told.resolve() });
  again.all[0]?.end(null);
  await told.promise;
  await waiting.stop();
  expect(again.all).toHaveLength(1);
});

test('a first start that fails is the caller’s', async () => {
  const made = engines(new Set([1]));
  const kept = keepEngine({ start: made.start, log: () => {} });
  await expect(kept).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' });
});
