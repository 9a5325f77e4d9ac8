import type { Role } from '../matrix/roles.ts';
import type { Resolutions } from './collisions.ts';

const HOST: readonly Role[] = ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'];

/** Who may give access: roles by themselves, and whether a lead only from the targeted team (SHR-8.2.1g, SHR-8.3.7c). */
export interface Grantors {
  readonly roles: readonly Role[];
  readonly leads: 'TARGETED_TEAM' | 'ANY';
}

export function grantors({ WHO_MAY_GRANT }: Pick<Resolutions, 'WHO_MAY_GRANT'>): Grantors {
  return {
    roles: WHO_MAY_GRANT === 'HOST_AND_TARGETED_LEAD' ? HOST : [...HOST, 'HUB_WORKER'],
    leads: WHO_MAY_GRANT === 'HOST_HUB_AND_ANY_LEAD' ? 'ANY' : 'TARGETED_TEAM',
  };
}
