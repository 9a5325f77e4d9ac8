import { HOST, WATCHERS } from '../../role-holding/offices.ts';

/** Who ends what opens protected numbers, of every agency: those who lock an account down that may be misused (SHR-8.3.7g). */
export const EVERYWHERE: readonly string[] = [...HOST, ...WATCHERS];

/** And a contact officer, of their own agency. */
export const KEEPERS: readonly string[] = [...EVERYWHERE, 'CONTACT_OFFICER'];
