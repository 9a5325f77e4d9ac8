export { CONSOLE_CLIENT, DEVELOPMENT_AUDIENCE } from './access-token.ts';
export { createIdentity, type Identity, type IdentityOptions } from './identity.ts';
