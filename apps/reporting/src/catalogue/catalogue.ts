import { checkDefinition } from './check-definition.ts';
import type { IndicatorDefinition, IndicatorId } from './indicator.ts';
import { EPISODES } from './indicators/episodes.ts';

/** Everything that is measured and published, in the order of its going out. */
export const CATALOGUE: readonly IndicatorDefinition[] = [EPISODES].map(checkDefinition);

const BY_ID: ReadonlyMap<string, IndicatorDefinition> = new Map(
  CATALOGUE.map((definition) => [definition.id, definition]),
);

/** The definition of an indicator; null where there is none of this name. */
export function definitionOf(id: IndicatorId): IndicatorDefinition | null {
  return BY_ID.get(id) ?? null;
}
