type Factor = 'KNOWLEDGE' | 'POSSESSION' | 'INHERENCE';

/** The kind of factor each authentication method shows (RFC 8176 section 2); a method not listed shows none. */
const FACTOR_OF_METHOD: ReadonlyMap<string, Factor> = new Map([
  ['kba', 'KNOWLEDGE'],
  ['pin', 'KNOWLEDGE'],
  ['pwd', 'KNOWLEDGE'],
  ['hwk', 'POSSESSION'],
  ['otp', 'POSSESSION'],
  ['sc', 'POSSESSION'],
  ['sms', 'POSSESSION'],
  ['swk', 'POSSESSION'],
  ['tel', 'POSSESSION'],
  ['face', 'INHERENCE'],
  ['fpt', 'INHERENCE'],
  ['iris', 'INHERENCE'],
  ['retina', 'INHERENCE'],
  ['vbm', 'INHERENCE'],
]);

/** The context a step-up asks for and the development provider states (OpenID PAPE 1.0 section 4). */
export const MULTI_FACTOR_CONTEXT = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';

const MULTI_FACTOR_CONTEXTS: ReadonlySet<string> = new Set([
  MULTI_FACTOR_CONTEXT,
  'https://refeds.org/profile/mfa',
]);

/** Tells whether a sign-in used two different kinds of factor, by its `amr` and `acr`; unknown values show nothing. */
export function showsMultiFactor(shown: {
  readonly amr: readonly string[];
  readonly acr?: string | undefined;
}): boolean {
  if (shown.acr !== undefined && MULTI_FACTOR_CONTEXTS.has(shown.acr)) return true;
  if (shown.amr.includes('mfa')) return true;
  const factors = new Set(shown.amr.map((method) => FACTOR_OF_METHOD.get(method)));
  factors.delete(undefined);
  return factors.size >= 2;
}
