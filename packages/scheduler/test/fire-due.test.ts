import type { Connection } from '@postern/database';
import type { LogEntry } from '@postern/edge';
import { Fault } from '@postern/errors';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TimerKind } from '../src/index.ts';
import { fireDue, NoLongerDue } from '../src/index.ts';
import { asPartners, effectsOf, ONCE, plantTasks } from './database.ts';
import { setStage } from './stage.ts';
import { TASK_DUE } from './task-timer.ts';

const NOW = new Date('2026-06-12T09:00:00Z');
const silent = { log: () => {} };

const stage = setStage(1);

const times = (count: number): (typeof ONCE)[] => Array.from({ length: count }, () => ONCE);

test('what is due is fired once, and what is not yet due is not', async () => {
  const due = await plantTasks(stage.owner, NOW, 3);
  const later = await plantTasks(stage.owner, new Date(NOW.getTime() + 1));
  const counts = { fired: 3, alreadyFired: 0, noLongerDue: 0, failed: 0 };
  expect(await fireDue(stage.partners, [TASK_DUE], NOW, silent)).toEqual(counts);
  expect(await effectsOf(stage.owner, due)).toEqual(times(3));
  expect(await effectsOf(stage.owner, later)).toEqual([{ effects: 0, notices: 0, firings: 0 }]);
  expect(await fireDue(stage.partners, [TASK_DUE], NOW, silent)).toEqual({ ...counts, fired: 0 });
});

test('more than a batch is fired to the end', async () => {
  const ids = await plantTasks(stage.owner, NOW, 25);
  const { fired } = await fireDue(stage.partners, [TASK_DUE], NOW, { ...silent, batch: 4 });
  expect(fired).toBeGreaterThanOrEqual(25);
  expect(await effectsOf(stage.owner, ids)).toEqual(times(25));
});

test('a due moment finer than a millisecond is not fired again and again', async () => {
  const [id = ''] = await plantTasks(stage.owner, NOW);
  const values = [id, '2026-06-12T08:59:59.123456Z'];
  await stage.owner.run({ text: 'update work.task set due_at = $2 where id = $1', values });
  // Left as it is by its own effect: only the note of firing says that it was done.
  const kept: TimerKind = { ...TASK_DUE, fire: async () => {} };
  expect(await fireDue(stage.partners, [kept], NOW, silent)).toMatchObject({ fired: 1 });
  expect(await kept.due(stage.partners, NOW, 10)).toEqual([]);
  await stage.owner.run({
    text: 'update work.task set is_done = true where id = $1',
    values: [id],
  });
});

describe('one that fails', () => {
  test('is told by code, keeps nothing, stops no other, and is tried at the next tick', async () => {
    const ids = await plantTasks(stage.owner, NOW, 5);
    const bad = new Set([...ids].sort().slice(0, 2));
    const failing: TimerKind = {
      ...TASK_DUE,
      fire: async (firing) => {
        await TASK_DUE.fire(firing);
        if (bad.has(firing.subjectId)) throw new Error('Zzyzx of a person');
      },
    };
    const entries: LogEntry[] = [];
    const log = (entry: LogEntry): number => entries.push(entry);
    // A batch that those which fail would fill.
    const counts = await fireDue(stage.partners, [failing], NOW, { log, batch: 2 });
    expect(counts).toEqual({ fired: 3, alreadyFired: 0, noLongerDue: 0, failed: 2 });
    expect(entries).toHaveLength(2);
    for (const entry of entries) {
      expect(entry).toMatchObject({ code: 'TIMER_FAILED', facts: { timer: 'TASK_DUE' } });
      expect(JSON.stringify(entry)).not.toContain('Zzyzx');
    }
    const none = { effects: 0, notices: 0, firings: 0 };
    expect(await effectsOf(stage.owner, ids)).toEqual(ids.map((id) => (bad.has(id) ? none : ONCE)));
    expect(await fireDue(stage.partners, [TASK_DUE], NOW, silent)).toMatchObject({
      fired: 2,
      failed: 0,
    });
    expect(await effectsOf(stage.owner, ids)).toEqual(times(5));
  });

  test('to say what is due is told, and the next kind has its turn', async () => {
    const [id = ''] = await plantTasks(stage.owner, NOW);
    const broken: TimerKind = {
      ...TASK_DUE,
      name: 'BROKEN',
      due: (statements) =>
        statements.run({ text: 'select from work.nothing', values: [] }) as never,
    };
    const entries: LogEntry[] = [];
    const log = (entry: LogEntry): number => entries.push(entry);
    const counts = await fireDue(stage.partners, [broken, TASK_DUE], NOW, { log });
    expect(counts).toMatchObject({ fired: 1, failed: 1 });
    expect(entries).toMatchObject([{ facts: { timer: 'BROKEN', sqlstate: '42P01' } }]);
    expect(await effectsOf(stage.owner, [id])).toEqual([ONCE]);
  });
});

test('facts that changed in between leave nothing behind, and it may fall due again', async () => {
  const [id = ''] = await plantTasks(stage.owner, NOW);
  const changed: TimerKind = {
    ...TASK_DUE,
    fire: async (firing) => {
      await TASK_DUE.fire(firing);
      throw new NoLongerDue();
    },
  };
  const counts = await fireDue(stage.partners, [changed], NOW, {
    log: () => {
      throw new Fault('INTERNAL');
    },
  });
  expect(counts).toEqual({ fired: 0, alreadyFired: 0, noLongerDue: 1, failed: 0 });
  expect(await effectsOf(stage.owner, [id])).toEqual([{ effects: 0, notices: 0, firings: 0 }]);
  await fireDue(stage.partners, [TASK_DUE], NOW, silent);
  expect(await effectsOf(stage.owner, [id])).toEqual([ONCE]);
});

describe('at once', () => {
  let many: Connection[];
  beforeAll(() => {
    many = Array.from({ length: 8 }, () => asPartners(stage.address));
  });
  afterAll(() => Promise.all(many.map((each) => each.close())));

  test('eight processes fire each of forty once', async () => {
    const ids = await plantTasks(stage.owner, NOW, 40);
    const counts = await Promise.all(many.map((each) => fireDue(each, [TASK_DUE], NOW, silent)));
    expect(await effectsOf(stage.owner, ids)).toEqual(times(40));
    expect(counts.reduce((sum, { fired }) => sum + fired, 0)).toBe(40);
    expect(counts.reduce((sum, { failed }) => sum + failed, 0)).toBe(0);
  });

  test('a hundred races for one', async () => {
    let lost = 0;
    for (let race = 0; race < 100; race += 1) {
      const ids = await plantTasks(stage.owner, NOW);
      const racers = many.slice(0, 3);
      const counts = await Promise.all(
        racers.map((each) => fireDue(each, [TASK_DUE], NOW, silent)),
      );
      expect(await effectsOf(stage.owner, ids)).toEqual([ONCE]);
      expect(counts.reduce((sum, { fired }) => sum + fired, 0)).toBe(1);
      lost += counts.reduce((sum, { alreadyFired }) => sum + alreadyFired, 0);
    }
    // Otherwise nobody raced.
    expect(lost).toBeGreaterThan(0);
  });
});
