import { Fault } from '@postern/errors';

/**
 * SUPERGRAPH serves without access control: it must never be a way to switch that off where it is wanted.
 * @throws Fault SUPERGRAPH_NOT_ALONE naming a setting of a database, a sign-in or production beside it
 */
export function refuseSupergraphBesideOthers(variables: NodeJS.ProcessEnv): void {
  for (const [setting, value = ''] of Object.entries(variables)) {
    if (value !== '' && isOfAccessControl(setting, value)) {
      throw new Fault('SUPERGRAPH_NOT_ALONE', { logged: { setting } });
    }
  }
}

/** Whoever names an issuer, under whatever name, means people to sign in. */
function isOfAccessControl(setting: string, value: string): boolean {
  if (setting === 'NODE_ENV' || setting === 'POSTERN_ENV') return value === 'production';
  return setting === 'DATABASE_URL' || /(^|_)ISSUERS?(_|$)/.test(setting);
}
