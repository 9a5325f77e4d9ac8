import { Fault } from '@postern/errors';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet, createRemoteJWKSet, customFetch, errors } from 'jose';
import { fetchBounded } from './bounded-fetch.ts';

/** Finds the public key for a token's header; throws a jose error where there is none, a Fault where none can be had. */
export type KeyResolver = JWTVerifyGetKey;

/** Milliseconds. */
export interface RemoteKeyTimes {
  /** How long a fetched key set is used, so also how long a withdrawn key is still believed. */
  readonly maximumAge: number;
  /** How long after a fetch an unknown key id does not cause another. */
  readonly cooldown: number;
  /** How long after a failed fetch no other is tried. */
  readonly failureCooldown: number;
  readonly timeout: number;
}

/** Together with the memory of verified tokens: a withdrawn key is believed for eleven minutes at most. */
const DEFAULT_TIMES: RemoteKeyTimes = {
  maximumAge: 600_000,
  cooldown: 10_000,
  failureCooldown: 2_000,
  timeout: 5_000,
};

/** These speak of the token ("no such key"); any other failure speaks of the provider. */
function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
  );
}

/**
 * Keys of a provider, fetched when first needed and again after rotation. While the provider cannot be reached
 * and the keys held are too old, every look-up throws Fault PROVIDER_UNREACHABLE: unknown denies.
 */
export function remoteKeys(jwksUri: string, times: Partial<RemoteKeyTimes> = {}): KeyResolver {
  const { maximumAge, cooldown, failureCooldown, timeout } = { ...DEFAULT_TIMES, ...times };
  const resolve = createRemoteJWKSet(new URL(jwksUri), {
    cacheMaxAge: maximumAge,
    cooldownDuration: cooldown,
    timeoutDuration: timeout,
    [customFetch]: fetchBounded,
  });
  let failedAt = Number.NEGATIVE_INFINITY;

  return async (header, token) => {
    if (!resolve.fresh && performance.now() - failedAt < failureCooldown) {
      throw new Fault('PROVIDER_UNREACHABLE');
    }
    try {
      return await resolve(header, token);
    } catch (error) {
      if (isAboutToken(error)) throw error;
      failedAt = performance.now();
      throw new Fault('PROVIDER_UNREACHABLE', { cause: error });
    }
  };
}

/** Keys held in this process, as the development provider's are. */
export function localKeys(jwks: JSONWebKeySet): KeyResolver {
  return createLocalJWKSet(jwks);
}
