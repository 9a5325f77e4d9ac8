import type { DisclosureProfile } from '@postern/disclosure-control';
import { DFE_10, NHS_7_5, OFQUAL_5, TEN_FIVE } from '@postern/disclosure-control';
import { Fault } from '@postern/errors';
import type { PublishedCell } from './published-cells.ts';

const PROFILES: readonly DisclosureProfile[] = [NHS_7_5, TEN_FIVE, DFE_10, OFQUAL_5];

/** The profile the last of these cells was published under; the default of new months where there are none. */
export function profileOf(cells: readonly PublishedCell[]): DisclosureProfile {
  const last = cells.at(-1);
  if (last === undefined) return NHS_7_5;
  const found = PROFILES.find(
    ({ name, version }) => name === last.profile_name && version === last.profile_version,
  );
  if (found === undefined) throw new Fault('INTERNAL', { logged: { profile: last.profile_name } });
  return found;
}
