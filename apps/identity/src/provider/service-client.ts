import type { ClientMetadata } from 'oidc-provider';
import { SERVICE_CLIENT, SERVICE_SECRET, SIGNING_ALGORITHM } from '../access-token.ts';

/** A service that nobody signs in to: it asks in its own name (RFC 6749 section 4.4), and what it may is decided where it asks. */
export function serviceClient(): ClientMetadata {
  return {
    client_id: SERVICE_CLIENT,
    client_secret: SERVICE_SECRET,
    client_name: 'Sample dashboard',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    id_token_signed_response_alg: SIGNING_ALGORITHM,
  };
}
