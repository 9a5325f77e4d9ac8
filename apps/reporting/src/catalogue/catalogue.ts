import { checkDefinition } from './check-definition.ts';
import type { IndicatorDefinition, IndicatorId } from './indicator.ts';
import { ACCESS_GOVERNANCE } from './indicators/access-governance.ts';
import { AGREEMENTS } from './indicators/agreements.ts';
import { CLOSURES } from './indicators/closures.ts';
import { CONTACTS } from './indicators/contacts.ts';
import { DATA_QUALITY } from './indicators/data-quality.ts';
import { DURATION } from './indicators/duration.ts';
import { EPISODES } from './indicators/episodes.ts';
import { EQUALITY } from './indicators/equality.ts';
import { GROUP_WORK } from './indicators/group-work.ts';
import { LEAD_AGENCY } from './indicators/lead-agency.ts';
import { NEEDS } from './indicators/needs.ts';
import { RE_ENTRY } from './indicators/re-entry.ts';
import { STEPS } from './indicators/steps.ts';
import { TEAM_AROUND_FAMILY } from './indicators/team-around-family.ts';
import { TIMELINESS } from './indicators/timeliness.ts';

/** Everything that is measured and published, in the order of its going out: what another repeats comes before it. */
export const CATALOGUE: readonly IndicatorDefinition[] = [
  EPISODES,
  CONTACTS,
  TIMELINESS,
  DURATION,
  CLOSURES,
  STEPS,
  RE_ENTRY,
  LEAD_AGENCY,
  TEAM_AROUND_FAMILY,
  NEEDS,
  AGREEMENTS,
  EQUALITY,
  ACCESS_GOVERNANCE,
  DATA_QUALITY,
  GROUP_WORK,
].map(checkDefinition);

const BY_ID: ReadonlyMap<string, IndicatorDefinition> = new Map(
  CATALOGUE.map((definition) => [definition.id, definition]),
);

/** The definition of an indicator; null where there is none of this name. */
export function definitionOf(id: IndicatorId): IndicatorDefinition | null {
  return BY_ID.get(id) ?? null;
}
