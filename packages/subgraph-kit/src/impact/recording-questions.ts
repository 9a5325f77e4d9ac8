import type { DecisionPair, PolicyChange } from '@postern/policy';
import { conditionKey, coordinate } from '@postern/policy';
import { conditionOn } from '@postern/query-policy';
import { getTableColumns } from 'drizzle-orm';
import type { ResourceDefinition } from '../resources/resource.ts';
import { bindRow } from '../statements/bind-row.ts';
import type { Probe, QuestionsOf, RowsQuestion, Settle } from './rows-question.ts';
import { keyOf, whole } from './rows-question.ts';

/**
 * What has to be counted for one holder of a change in recording: of every recorded field of which the rules about recording
 * say something else, the rows on which they may write it, which are those that they may read, too. What is added has no row
 * yet: of that there is the right alone.
 * @param reading what the same draft changes in reading
 */
export function recordingQuestions(reading: PolicyChange): QuestionsOf {
  return (change, holder, resources, settle) => {
    const types = change.typesFor(holder);
    return resources.flatMap((resource): readonly RowsQuestion[] => {
      const { type, recorded = [] } = resource;
      if (!types.has(type)) return [];
      const read = (field: string): DecisionPair => reading.decide(holder, type, field);
      const row = read('id');
      const probes = new Map<string, Probe>();
      for (const field of recorded) {
        const right = settled(change.decide(holder, type, field), settle);
        if (conditionKey(right.live) === conditionKey(right.draft)) continue;
        const parts = [row, read(field), right];
        const side = (of: keyof DecisionPair): Probe['live'] =>
          onRow(
            parts.map((part) => part[of]),
            resource,
            settle,
          );
        const [live, draft] = [side('live'), side('draft')];
        const key = [...[live, draft].map(keyOf), ...Object.values(right).map(conditionKey)].join(
          ' => ',
        );
        const coordinates = [...(probes.get(key)?.coordinates ?? []), coordinate(type, field)];
        probes.set(key, { coordinates, through: null, live, draft, right });
      }
      return probes.size === 0 ? [] : [{ resource, probes: [...probes.values()] }];
    });
  };
}

function settled({ live, draft }: DecisionPair, settle: Settle): DecisionPair {
  return { live: settle(live), draft: settle(draft) };
}

function onRow(
  conditions: Probe['live'],
  resource: ResourceDefinition,
  settle: Settle,
): Probe['live'] {
  const row = bindRow(resource, getTableColumns(resource.table));
  return whole(conditions.map((condition) => conditionOn(settle(condition), row)));
}
