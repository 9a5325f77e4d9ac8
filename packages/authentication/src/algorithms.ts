/**
 * Signature algorithms an issuer may be registered with: asymmetric only, so that a public key can never
 * serve as a shared secret, and never `none` (RFC 8725 sections 3.1 and 3.2).
 */
export const ASYMMETRIC_ALGORITHMS = [
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
  'PS256',
  'PS384',
  'PS512',
  'RS256',
  'RS384',
  'RS512',
] as const;
