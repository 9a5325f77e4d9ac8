import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fireDue } from '../src/index.ts';
import { asPartners, effectsOf, ONCE, plantTasks } from './database.ts';
import { setStage } from './stage.ts';
import type { Step } from './stopping-connection.ts';
import { interruptedAt } from './stopping-connection.ts';
import { STATEMENTS_OF_A_FIRING, TASK_DUE } from './task-timer.ts';

const NOW = new Date('2026-06-12T09:00:00Z');
const NONE = { effects: 0, notices: 0, firings: 0 };
const STEPS: readonly Step[] = [
  ...Array.from({ length: STATEMENTS_OF_A_FIRING + 1 }, (_, index) => index),
  'committed',
];

const stage = setStage(1);

/** Whoever comes next finds what was done, does what was not, and nothing twice. */
async function expectDoneOnce(ids: readonly string[]): Promise<void> {
  await fireDue(stage.partners, [TASK_DUE], NOW, { log: () => {} });
  expect(await effectsOf(stage.owner, ids)).toEqual(ids.map(() => ONCE));
}

describe('a process that is killed', () => {
  test.each(STEPS)('at step %s neither skips nor repeats', async (step) => {
    const ids = await plantTasks(stage.owner, NOW, 2);
    const file = fileURLToPath(new URL('firing-process.ts', import.meta.url));
    const url = stage.address.urlFor('owner');
    const child = spawn(process.execPath, [file, url, String(step), NOW.toISOString()], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    const left = await effectsOf(stage.owner, ids);
    expect([...left].sort((a, b) => b.firings - a.firings)).toEqual(
      step === 'committed' ? [ONCE, NONE] : [NONE, NONE],
    );
    await expectDoneOnce(ids);
  });
});

describe('a session that the database ends', () => {
  test.each(STEPS)('at step %s neither skips nor repeats', async (step) => {
    const ids = await plantTasks(stage.owner, NOW, 2);
    let isFirst = true;
    const ended = asPartners(stage.address);
    const connection = interruptedAt(ended, step, async (transaction) => {
      if (!isFirst) return;
      isFirst = false;
      const [row] = await transaction.run<{ pid: number }>({
        text: 'select pg_backend_pid() as pid',
        values: [],
      });
      await stage.owner.run({
        text: 'select pg_terminate_backend($1, 10000)',
        values: [row?.pid ?? 0],
      });
    });
    const { failed } = await fireDue(connection, [TASK_DUE], NOW, { log: () => {} });
    // Once the first is committed, the second may still meet the session that is gone.
    if (step !== 'committed') expect(failed).toBe(1);
    expect(isFirst).toBe(false);
    await ended.close();
    await expectDoneOnce(ids);
  });
});
