import type { Role } from '@postern/agreements';

/** The host's team: it keeps the register of agencies and people, and gives access (SHR-8.2.1a, SHR-8.2.1g, SHR-8.3.8f). */
export const HOST: readonly Role[] = ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'];

/** Those who watch over whoever gives access, and over the rules that access follows from; they give none (SHR-8.3.7i). */
export const WATCHERS: readonly Role[] = ['DATA_PROTECTION_OFFICER', 'ADMINISTRATOR'];
