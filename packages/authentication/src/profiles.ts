import type { AccessTokenClaims } from './claims.ts';
import { claimsSchema } from './claims.ts';
import { entraClaims } from './entra-claims.ts';

/** How a provider writes access tokens. */
export interface Profile {
  /** What the header has to say that it is. */
  readonly typ: string;
  /** What a verified token says; null where it is no access token of this kind. */
  readonly claims: (payload: unknown) => AccessTokenClaims | null;
}

export const PROFILE_NAMES = ['RFC9068', 'ENTRA'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  RFC9068: {
    typ: 'at+jwt',
    claims: (payload) => claimsSchema.safeParse(payload).data ?? null,
  },
  ENTRA: { typ: 'JWT', claims: entraClaims },
};
