import { setTimeout as pause } from 'node:timers/promises';
import type { Clock, DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import { Fault, isFault } from '@postern/errors';
import type { Log } from '@postern/gateway';
import { faultEntry } from '@postern/gateway';
import { buildReporting } from '@postern/reporting';
import type { Scheduler } from '@postern/scheduler';

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
  const connection = connect(address, 'reporting_builder', {
    max: 1,
    applicationName: 'postern-publisher',
  });
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
      const editions = await buildReporting(connection, { now: clock.now() });
      if (editions.length > 0) onPublished?.(editions);
    } catch (error) {
      log(faultEntry(isFault(error) ? error : new Fault('INTERNAL', { cause: error })));
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await done;
      await connection.close();
    },
  };
}
