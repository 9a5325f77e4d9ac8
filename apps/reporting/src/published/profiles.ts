import type { DisclosureProfile } from '@postern/disclosure-control';
import { DFE_10, NHS_7_5, OFQUAL_5, TEN_FIVE } from '@postern/disclosure-control';
import { Fault } from '@postern/errors';

const PROFILES: readonly DisclosureProfile[] = [NHS_7_5, TEN_FIVE, DFE_10, OFQUAL_5];

/** The profile of this name, in this version or else the latest. @throws Fault INTERNAL */
export function profileNamed(name: string, version?: number): DisclosureProfile {
  const found = PROFILES.findLast(
    (profile) => profile.name === name && (version === undefined || profile.version === version),
  );
  if (found === undefined) throw new Fault('INTERNAL', { logged: { profile: name } });
  return found;
}
