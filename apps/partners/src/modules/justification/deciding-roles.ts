/** Those who decide about justifications of others. */
export const DECIDERS: readonly string[] = ['EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'];

/** Who decides about what was challenged. */
export const JUDGES: readonly string[] = ['DATA_PROTECTION_OFFICER'];
