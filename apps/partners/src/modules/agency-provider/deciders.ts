/** Who proposes that a provider speaks for an agency: whoever controls it could speak as anybody of that agency. */
export const PROPOSERS: readonly string[] = ['ADMINISTRATOR'];

/** Who confirms it as the second person, and may end it alone, since that opens nothing. */
export const DECIDERS: readonly string[] = [...PROPOSERS, 'DATA_PROTECTION_OFFICER'];
