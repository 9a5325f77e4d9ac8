/** The roles by which the policy is changed: who proposes, who proposes for them, who decides where nobody else may. */
export const PROPOSER = 'ADMINISTRATOR';
export const PROPOSER_FOR_PROPOSERS = 'EARLY_HELP_MANAGER';
export const LAST_DECIDER = 'DATA_PROTECTION_OFFICER';

export const CYCLE_ROLES: readonly string[] = [PROPOSER, PROPOSER_FOR_PROPOSERS, LAST_DECIDER];

/** A rule of every role is nobody's own. */
export const EVERY_ROLE = '*';
