import type { Clock } from '@postern/database';
import type { IssuerRecord, TrustedIssuer } from './issuer-record.ts';
import { parseIssuer } from './issuer-record.ts';
import type { KeyResolver } from './keys.ts';
import { remoteKeys } from './keys.ts';

/** An issuer's row with the keys it signs with. `trusted` throws where the row is not valid. */
export interface RegisteredIssuer {
  readonly record: IssuerRecord;
  readonly trusted: () => TrustedIssuer;
  readonly keys: () => KeyResolver;
}

/** Issuers by their exact `iss`. */
export type IssuersByUrl = ReadonlyMap<string, RegisteredIssuer>;

/** Milliseconds: a request that starts later than this after a change of the registry commits obeys the change. */
export const REGISTRY_MAXIMUM_AGE = 2_000;

interface Reading {
  readonly startedAt: number;
  readonly issuers: Promise<IssuersByUrl>;
}

/** What a registry is made of: where its rows come from, and keys other than fetched ones. */
export interface RegistryOptions {
  readonly issuers: () => Promise<readonly IssuerRecord[]>;
  readonly clock: Pick<Clock, 'now'>;
  readonly keys?: ((issuer: IssuerRecord) => KeyResolver | undefined) | undefined;
}

function sameRecord(a: IssuerRecord, b: IssuerRecord): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The registry of issuers, re-read when a reading is {@link REGISTRY_MAXIMUM_AGE} old; a failed reading denies. */
export class IssuerRegistry {
  readonly #options: RegistryOptions;
  #reading: Reading | undefined;
  #known: IssuersByUrl = new Map();

  constructor(options: RegistryOptions) {
    this.#options = options;
  }

  /** The issuers now; an unchanged row keeps its {@link RegisteredIssuer} and so its fetched keys. */
  current(): Promise<IssuersByUrl> {
    const now = this.#options.clock.now().getTime();
    const reading = this.#reading;
    // A clock set back makes the age negative: that reading is of unknown age, so it is not used.
    const age = reading === undefined ? -1 : now - reading.startedAt;
    if (reading !== undefined && age >= 0 && age < REGISTRY_MAXIMUM_AGE) return reading.issuers;
    const next: Reading = { startedAt: now, issuers: this.#read() };
    this.#reading = next;
    next.issuers.catch(() => {
      if (this.#reading === next) this.#reading = undefined;
    });
    return next.issuers;
  }

  async #read(): Promise<IssuersByUrl> {
    const records = await this.#options.issuers();
    const known = this.#known;
    this.#known = new Map(
      records.map((record) => {
        const before = known.get(record.url);
        const same = before !== undefined && sameRecord(before.record, record);
        return [record.url, same ? before : this.#register(record)];
      }),
    );
    return this.#known;
  }

  #register(record: IssuerRecord): RegisteredIssuer {
    let keys: KeyResolver | undefined;
    const makeKeys = (): KeyResolver =>
      this.#options.keys?.(record) ?? remoteKeys(parseIssuer(record).jwksUri);
    return {
      record,
      trusted: () => parseIssuer(record),
      keys: () => {
        keys ??= makeKeys();
        return keys;
      },
    };
  }
}
