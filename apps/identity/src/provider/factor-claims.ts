import type { KoaContextWithOIDC } from 'oidc-provider';

/** How and when the person signed in, for the access token (RFC 9068 section 2.2.1), out of the code exchanged for it. */
export function factorClaims(ctx: KoaContextWithOIDC): Record<string, unknown> | undefined {
  const code = ctx.oidc.entities.AuthorizationCode;
  if (code === undefined) return undefined;
  return { amr: code.amr, acr: code.acr, auth_time: code.authTime };
}
