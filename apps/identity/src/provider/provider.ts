import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { errors, interactionPolicy, Provider } from 'oidc-provider';
import { ACCESS_TOKEN_LIFETIME, BOTH_FACTORS, SIGNING_ALGORITHM } from '../access-token.ts';
import type { Accounts } from '../accounts.ts';
import type { IdentityKeys } from '../keys-file.ts';
import type { Layout, Page } from '../pages/layout.ts';
import { signedOutPage, signOutPage } from '../pages/sign-out-page.ts';
import { stopPage } from '../pages/stop-page.ts';
import { consoleClient } from './console-client.ts';
import { factorClaims } from './factor-claims.ts';
import { grantWithoutAsking, SCOPES } from './grant.ts';
import { memoryStore } from './memory-store.ts';
import { serviceClient } from './service-client.ts';

export interface ProviderOptions {
  readonly issuer: string;
  readonly prefix: string;
  readonly audience: string;
  readonly keys: IdentityKeys;
  readonly accounts: Accounts;
  readonly redirectUris: readonly string[];
  readonly layout: Layout;
}

/** Seconds. */
const WORKING_DAY = 8 * 3600;
const SIGN_IN_TIME = 600;

/**
 * Configures the OpenID provider: authorization code with PKCE for one public client, client credentials for one service, JWT
 * access tokens (RFC 9068).
 */
export function createProvider(options: ProviderOptions): Provider {
  const { accounts, keys, layout, prefix, redirectUris } = options;
  const policy = interactionPolicy.base();
  policy.remove('consent');

  const show = (ctx: KoaContextWithOIDC, page: Page): void => {
    const { headers, body } = layout.render(page);
    ctx.set({ ...headers });
    ctx.type = 'html';
    ctx.body = body;
  };

  return new Provider(options.issuer, {
    adapter: memoryStore(),
    clients: [consoleClient(redirectUris), serviceClient()],
    jwks: { keys: [{ ...keys.signing }] },
    cookies: { keys: [keys.cookies] },
    scopes: [...SCOPES],
    claims: {
      acr: null,
      amr: null,
      auth_time: null,
      iss: null,
      sid: null,
      openid: ['sub'],
      profile: ['name'],
      email: ['email'],
    },
    conformIdTokenClaims: false,
    acrValues: BOTH_FACTORS.acr === undefined ? [] : [BOTH_FACTORS.acr],
    enabledJWA: { idTokenSigningAlgValues: [SIGNING_ALGORITHM] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: (_, origin) => redirectUris.some((uri) => new URL(uri).origin === origin),
    ttl: {
      AccessToken: ACCESS_TOKEN_LIFETIME,
      AuthorizationCode: 60,
      ClientCredentials: ACCESS_TOKEN_LIFETIME,
      IdToken: ACCESS_TOKEN_LIFETIME,
      Interaction: SIGN_IN_TIME,
      Session: WORKING_DAY,
      Grant: WORKING_DAY,
    },
    interactions: { policy, url: (_, { uid }) => `${prefix}/interaction/${uid}` },
    loadExistingGrant: grantWithoutAsking,
    findAccount: (_, subject) => {
      const account = accounts.withSubject(subject);
      if (account === undefined) return undefined;
      const { email, name } = account;
      return { accountId: subject, claims: () => ({ sub: subject, name, email }) };
    },
    extraTokenClaims: factorClaims,
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: resourceIndicators(options.audience),
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage),
      },
    },
    renderError: (ctx, { error_description: described, error }) =>
      show(ctx, stopPage(ctx.status, `The request to sign in was refused: ${described ?? error}.`)),
  });
}

/** Every access token is for the one audience, whether the client names it (RFC 8707) or not. */
function resourceIndicators(
  audience: string,
): NonNullable<Configuration['features']>['resourceIndicators'] {
  return {
    enabled: true,
    defaultResource: () => audience,
    useGrantedResource: () => true,
    getResourceServerInfo: (_, resource) => {
      if (resource !== audience) throw new errors.InvalidTarget();
      return {
        scope: '',
        audience,
        accessTokenTTL: ACCESS_TOKEN_LIFETIME,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: SIGNING_ALGORITHM } },
      };
    },
  };
}
