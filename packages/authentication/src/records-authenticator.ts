import { Refusal } from '@postern/errors';
import type { Authenticator } from './authenticator.ts';

/** Says who calls for records; whoever shows what a reporting tool was given is refused with TOKEN_FOR_NUMBERS_ONLY. */
export function createRecordsAuthenticator(tokens: Authenticator): Authenticator {
  return {
    async authenticate(authorization) {
      const caller = await tokens.authenticate(authorization);
      if (caller.numbersOnly) throw new Refusal('TOKEN_FOR_NUMBERS_ONLY');
      return caller;
    },
  };
}
