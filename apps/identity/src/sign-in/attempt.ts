import { randomBytes, randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How far one browser has come in one sign-in. */
export type Attempt =
  | { readonly step: 'ACCOUNT'; readonly csrf: string }
  | {
      readonly step: 'CODE';
      readonly csrf: string;
      readonly subject: string;
      readonly code: string;
      readonly wrongCodes: number;
    };

const MAXIMUM_WRONG_CODES = 5;

/** Milliseconds; as long as the provider keeps the sign-in itself. */
const LIFETIME = 600_000;

/** A fresh try; the token in its forms is one that another site cannot know. */
function begun(): Attempt {
  return { step: 'ACCOUNT', csrf: randomBytes(24).toString('base64url') };
}

/** Moves on to the second factor, with a new code. */
export function withAccount({ csrf }: Attempt, subject: string): Attempt {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  return { step: 'CODE', csrf, subject, code, wrongCodes: 0 };
}

/** Counts a wrong code; after the fifth the sign-in starts over, so that a code cannot be guessed. */
export function withWrongCode(attempt: Attempt & { readonly step: 'CODE' }): Attempt {
  const wrongCodes = attempt.wrongCodes + 1;
  return wrongCodes < MAXIMUM_WRONG_CODES ? { ...attempt, wrongCodes } : restarted(attempt);
}

export function restarted({ csrf }: Attempt): Attempt {
  return { step: 'ACCOUNT', csrf };
}

/** The attempts under way, by the provider's id of the sign-in. */
export class Attempts {
  readonly #attempts = new LRUCache<string, Attempt>({ max: 1000, ttl: LIFETIME });

  get(uid: string): Attempt {
    const found = this.#attempts.get(uid) ?? begun();
    this.#attempts.set(uid, found);
    return found;
  }

  set(uid: string, attempt: Attempt): void {
    this.#attempts.set(uid, attempt);
  }

  end(uid: string): void {
    this.#attempts.delete(uid);
  }
}
