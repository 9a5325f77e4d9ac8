import type { Answer } from '@postern/subgraph-kit';
import type { HeldCredential } from '../store/credentials.ts';

/** The answer of every step; the key itself only to whoever just had it made. */
export function credentialAnswer(held: HeldCredential, key: string | null = null): Answer {
  const { id: credential, kind, title, purpose, prefix, clientId, state, revision } = held;
  const endsAt = new Date(held.endsAt).toISOString();
  const provider = held.issuerId;
  return {
    credential,
    kind,
    title,
    purpose,
    prefix,
    provider,
    clientId,
    state,
    revision,
    endsAt,
    key,
  };
}
