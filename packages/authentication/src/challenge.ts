import type { Refusal, RefusalCode } from '@postern/errors';
import { MULTI_FACTOR_CONTEXT } from './multi-factor.ts';

const REALM = 'realm="postern"';

const ERROR_OF_REFUSAL: Partial<Record<RefusalCode, string>> = {
  TOKEN_INVALID: 'invalid_token',
  TOKEN_EXPIRED: 'invalid_token',
  ISSUER_UNKNOWN: 'invalid_token',
  KEY_INVALID: 'invalid_token',
  MULTI_FACTOR_REQUIRED: 'insufficient_user_authentication',
};

/**
 * The WWW-Authenticate value that goes with a refusal (RFC 6750 section 3; RFC 9470 section 3 where a second factor
 * is lacking); undefined where signing in again would not help.
 */
export function challengeFor(refusal: Refusal): string | undefined {
  if (refusal.code === 'TOKEN_MISSING') return `Bearer ${REALM}`;
  const error = ERROR_OF_REFUSAL[refusal.code];
  if (refusal.code === 'TOKEN_FOR_NUMBERS_ONLY')
    return `Bearer ${REALM}, error="insufficient_scope", scope="records"`;
  if (error === undefined) return undefined;
  const parts = [REALM, `error="${error}"`, `error_description="${refusal.message}"`];
  if (refusal.code === 'MULTI_FACTOR_REQUIRED') parts.push(`acr_values="${MULTI_FACTOR_CONTEXT}"`);
  return `Bearer ${parts.join(', ')}`;
}
