import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

const MAXIMUM_ENTRIES = 10_000;

/**
 * Where the provider keeps sessions, codes and grants: in this process, bounded, gone after a restart. Whoever was
 * signed in then signs in again; access tokens already out stay good, for they rest on the keys file alone.
 */
export function memoryStore(): AdapterFactory {
  const entries = new LRUCache<string, AdapterPayload>({ max: MAXIMUM_ENTRIES });
  return (model) => modelStore(model, entries);
}

function modelStore(model: string, entries: LRUCache<string, AdapterPayload>): Adapter {
  const keyOf = (id: string): string => `${model}:${id}`;

  const first = (matches: (entry: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key, entry] of entries.entries()) {
      if (key.startsWith(keyOf('')) && matches(entry)) return entry;
    }
    return undefined;
  };

  return {
    async upsert(id, payload, expiresIn) {
      const lifetime = expiresIn === undefined ? {} : { ttl: expiresIn * 1000 };
      entries.set(keyOf(id), payload, lifetime);
    },
    async find(id) {
      return entries.get(keyOf(id));
    },
    async findByUid(uid) {
      return first((entry) => entry.uid === uid);
    },
    async findByUserCode(userCode) {
      return first((entry) => entry.userCode === userCode);
    },
    async consume(id) {
      const entry = entries.get(keyOf(id));
      if (entry !== undefined) entry.consumed = Math.floor(Date.now() / 1000);
    },
    async destroy(id) {
      entries.delete(keyOf(id));
    },
    async revokeByGrantId(grantId) {
      for (const [key, entry] of [...entries.entries()]) {
        if (key.startsWith(keyOf('')) && entry.grantId === grantId) entries.delete(key);
      }
    },
  };
}
