import type { ClientMetadata } from 'oidc-provider';
import { CONSOLE_CLIENT, SIGNING_ALGORITHM } from '../access-token.ts';

/** The console runs in a browser, so it is a public client: no secret, PKCE instead (RFC 7636). */
export function consoleClient(redirectUris: readonly string[]): ClientMetadata {
  return {
    client_id: CONSOLE_CLIENT,
    client_name: 'Postern console',
    application_type: 'web',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...new Set(redirectUris.map((uri) => new URL('/', uri).href))],
    id_token_signed_response_alg: SIGNING_ALGORITHM,
  };
}
