import { cast } from '@postern/sample-county';
import type { Remembered } from './justification-reference.ts';
import { leadsTo, stands } from './justification-reference.ts';
import type { Practitioner } from './justifying.ts';

const { kwame, grace, gideon, dorothea, tom } = cast.practitioners;

/** Those who write justifications, those who decide about them, and the lead of the episode. */
export const READERS: readonly Practitioner[] = [kwame, grace];
export const EVERYBODY: readonly Practitioner[] = [kwame, grace, gideon, dorothea, tom];
const DECIDERS: readonly string[] = [gideon.id, dorothea.id];
/** Those who see the justifications of others: whoever oversees them, and whoever leads the episode. */
export const OVERSEERS: readonly string[] = [...DECIDERS, tom.id];
const JUDGES: readonly string[] = [dorothea.id];

/** How a step is taken. */
interface Taken {
  readonly wholeSet: boolean;
  readonly stale: boolean;
  readonly now: Date;
}

/** Why somebody may not do it; null where they may. */
export function refusalOf(
  one: Remembered,
  who: Practitioner,
  command: string,
  { wholeSet, stale, now }: Taken,
): string | null {
  const judging = command === 'upholdJustification' || command === 'strikeJustification';
  const deciding = command !== 'withdrawJustification';
  const allowed = judging ? JUDGES : DECIDERS;
  const leads = command === 'challengeJustification' && who.id === tom.id;
  if (deciding && !allowed.includes(who.id) && !leads) return 'ROLE_NOT_PERMITTED';
  if (!OVERSEERS.includes(who.id) && one.holder !== who.id) return 'RECORD_UNKNOWN';
  if (stale) return 'REVISION_PASSED';
  if (deciding && (one.holder === who.id || one.writer === who.id)) return 'OWN_ACCESS';
  const approving = command === 'approveJustification' || command === 'refuseJustification';
  if (approving && !JUDGES.includes(who.id) && !one.named.includes(who.id))
    return 'JUSTIFICATION_DECIDER';
  if (!deciding && (one.holder !== who.id || (wholeSet && one.writer !== who.id)))
    return 'JUSTIFICATION_NOT_YOURS';
  return leadsTo(command, stands(one, now)) === null ? 'STEP_NOT_POSSIBLE' : null;
}

/** Somebody who may do it: whoever it is, or else one who always may. */
export function whoMay(
  one: Remembered,
  who: Practitioner,
  command: string,
  taken: Taken,
): Practitioner {
  if (refusalOf(one, who, command, taken) === null) return who;
  const holder = EVERYBODY.find(({ id }) => id === one.holder) ?? who;
  return command === 'withdrawJustification' ? holder : dorothea;
}
