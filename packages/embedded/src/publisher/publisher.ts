import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, DatabaseAddress } from '@postern/database';
import type { Log } from '@postern/gateway';
import { faultEntry } from '@postern/gateway';
import type { Scheduler } from '@postern/scheduler';
import { PublishingThread } from './publishing-thread.ts';

const EACH_MINUTE = 60_000;

/** What a publisher runs on. */
export interface PublisherOptions {
  readonly address: DatabaseAddress;
  readonly clock: Clock;
  readonly log: Log;
  /** Milliseconds between two looks; by default a minute. */
  readonly pause?: number;
  /** Told of the editions that went out. */
  onPublished?(editions: readonly string[]): void;
}

/**
 * Publishes each period once it has closed, looking each minute and once at the start, as role `reporting_builder` alone. In any number
 * of processes: what one publishes the others find out.
 */
export function startPublisher(options: PublisherOptions): Scheduler {
  const { address, clock, log, onPublished } = options;
  const { databaseName } = address;
  const given = { databaseUrl: address.urlFor('reporting_builder'), databaseName };
  let thread = new PublishingThread(given);
  const stopping = new AbortController();
  const done = keepLooking();

  async function keepLooking(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look();
      // Cut short by a stop.
      await pause(options.pause ?? EACH_MINUTE, null, stopping).catch(() => {});
    }
  }

  async function look(): Promise<void> {
    try {
      const looked = await thread.look({ now: clock.now() });
      if ('failed' in looked) log(looked.failed);
      else if (looked.published.length > 0) onPublished?.(looked.published);
    } catch (error) {
      if (stopping.signal.aborted) return;
      log(faultEntry(error));
      // The next look has a thread to look in.
      thread = new PublishingThread(given);
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await thread.end();
      await done;
    },
  };
}
