import type { Grant, KoaContextWithOIDC } from 'oidc-provider';

/** What the console may ask for in its identity token. */
export const SCOPES = ['openid', 'profile', 'email'] as const;

/** The console is the service's own client, so its user is not asked to consent to it. */
export async function grantWithoutAsking(ctx: KoaContextWithOIDC): Promise<Grant | undefined> {
  const { client, provider, session } = ctx.oidc;
  const accountId = session?.accountId;
  if (client === undefined || accountId === undefined) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope(SCOPES.join(' '));
  await grant.save();
  return grant;
}
