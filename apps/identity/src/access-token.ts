import { MULTI_FACTOR_CONTEXT } from '@postern/authentication';

/** The audience of the development issuer's access tokens. */
export const DEVELOPMENT_AUDIENCE = 'https://postern.example/api';

/** The public client of the browser console. */
export const CONSOLE_CLIENT = 'postern-console';

/** The sample service that reads protected numbers, once an analyst answers for it; in development everybody knows its secret. */
export const SERVICE_CLIENT = 'sample-dashboard';
export const SERVICE_SECRET = 'for-development-only';

export const SIGNING_ALGORITHM = 'ES256';

/** Seconds. */
export const ACCESS_TOKEN_LIFETIME = 3600;

/** What a sign-in showed: methods (RFC 8176) and, with a second factor, the context (RFC 9470). */
export interface Factors {
  readonly amr: readonly string[];
  readonly acr?: string;
}

export const BOTH_FACTORS: Factors = { amr: ['pwd', 'otp'], acr: MULTI_FACTOR_CONTEXT };

/** For trying the step-up refusal. */
export const FIRST_FACTOR_ONLY: Factors = { amr: ['pwd'] };
