import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@postern/edge';
import { faultEntry } from '@postern/edge';
import type { Fault } from '@postern/errors';
import { isFault } from '@postern/errors';
import { schedulerFailed } from './engine-failure.ts';

const PAUSE_MILLISECONDS = 5_000;

/** Jobs that are taken and run until `stop`, which waits for those that run. */
export interface Engine {
  /** Resolves when it has ended, by itself or not, with what it failed of. */
  readonly over: Promise<Fault | null>;
  /** Once, however often it is asked. */
  stop(): Promise<void>;
}

/** How an engine is started, again and again if need be. */
export interface Kept {
  start(): Promise<Engine>;
  readonly log: Log;
  /** Milliseconds between two starts. */
  readonly pause?: number;
}

/**
 * Starts an engine, and another whenever it ends by itself, as it does when the database stays away while it has
 * something to write down. @throws whatever the first start does
 */
export async function keepEngine(kept: Kept): Promise<Pick<Engine, 'stop'>> {
  const stopping = new AbortController();
  let engine: Engine | null = await kept.start();
  const watching = watch();

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      const ended = engine === null ? null : await engine.over;
      if (stopping.signal.aborted) return;
      if (engine !== null) kept.log(faultEntry(ended ?? schedulerFailed(null)));
      await engine?.stop();
      engine = null;
      // Cut short by a stop.
      await pause(kept.pause ?? PAUSE_MILLISECONDS, null, stopping).catch(() => {});
      if (!stopping.signal.aborted) engine = await restarted();
    }
  }

  async function restarted(): Promise<Engine | null> {
    try {
      return await kept.start();
    } catch (error) {
      kept.log(faultEntry(isFault(error) ? error : schedulerFailed(error)));
      return null;
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await engine?.stop();
      await watching;
      // Started while it was being stopped.
      await engine?.stop();
    },
  };
}
