import { isFault } from '@postern/errors';
import type { Driver } from './driver.ts';
import { driverFailure } from './driver-failure.ts';
import { PreparedTexts } from './prepared-texts.ts';

/** How long a pool that lost a session still works. */
const GRACE_SECONDS = 1;

/**
 * The driver behind a connection, replaced after a lost session: a session that closed while the
 * driver was writing to it takes no statement ever again, and the driver would hand it out.
 * Replaced, too, while nobody uses it, when its sessions have kept as many statements as they may.
 */
export class Pool {
  readonly #open: () => Driver;
  #driver: Driver;
  #texts = new PreparedTexts();
  #users = 0;
  #isClosed = false;

  constructor(open: () => Driver) {
    this.#open = open;
    this.#driver = open();
  }

  async use<T>(work: (driver: Driver, texts: PreparedTexts) => Promise<T>): Promise<T> {
    if (this.#users === 0 && this.#texts.isWorn) this.#retire(this.#driver);
    const driver = this.#driver;
    this.#users += 1;
    try {
      return await work(driver, this.#texts);
    } catch (thrown) {
      if (isFault(thrown) && thrown.code === 'DATABASE_UNREACHABLE') this.#retire(driver);
      throw thrown;
    } finally {
      this.#users -= 1;
    }
  }

  /** Waits for running statements, for five seconds at most. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await end(this.#driver, { timeout: 5 });
  }

  #retire(driver: Driver): void {
    if (this.#isClosed || driver !== this.#driver) return;
    this.#driver = this.#open();
    this.#texts = new PreparedTexts();
    // Its other sessions may finish what they are at; whoever waits in its queue is refused, not kept waiting.
    end(driver, { timeout: GRACE_SECONDS }).catch(() => {});
  }
}

async function end(driver: Driver, options?: { timeout: number }): Promise<void> {
  try {
    await driver.end(options);
  } catch (thrown) {
    throw driverFailure(thrown);
  }
}
