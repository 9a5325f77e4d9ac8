import type { Role } from '../matrix/roles.ts';

const HOST: readonly Role[] = ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'];

/** Who may give access: roles by themselves, and whether a lead only from the targeted team (SHR-8.2.1g, SHR-8.3.7c). */
export interface Grantors {
  readonly roles: readonly Role[];
  readonly leads: 'TARGETED_TEAM' | 'ANY';
}

/** Whoever may give access by a choice; what is not known lets no more in than the narrowest. */
export function grantors(choice: string): Grantors {
  const wide = choice === 'HOST_HUB_AND_ANY_LEAD';
  return {
    roles: wide || choice === 'WITH_HUB' ? [...HOST, 'HUB_WORKER'] : HOST,
    leads: wide ? 'ANY' : 'TARGETED_TEAM',
  };
}
