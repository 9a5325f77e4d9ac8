import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject, own } from './answer-object.ts';
import { objectsAt } from './entity-path.ts';
import type { PlacedTarget, Placement } from './entity-places.ts';
import { EntityPlaces } from './entity-places.ts';
import type { Execution } from './execution.ts';
import { invalidAnswer } from './failures.ts';
import { copied, mergeInto } from './merge.ts';
import type { Representation } from './representation.ts';
import { identityOf } from './representation.ts';
import type { EntityFetch, EntityTarget } from './step.ts';
import { callSubgraph, passed } from './subgraph-call.ts';

/** The distinct representations sent as one variable. */
interface Batch {
  readonly representations: Representation[];
  readonly positions: Map<string, number>;
}

interface PreparedTarget extends PlacedTarget {
  readonly batch: Batch;
}

/** Completes entities of the answer with one call; none when there is nothing to complete. */
export async function fetchEntities<Context>(
  step: EntityFetch,
  execution: Execution<Context>,
): Promise<void> {
  const batches = new Map<string, Batch>();
  const prepared = step.targets.map((target) => prepare(target, batches, execution.answer));
  if (prepared.every(({ batch }) => batch.representations.length === 0)) return;
  const variables = passed(step.variables, execution.variables);
  for (const [name, batch] of batches) variables[name] = batch.representations;
  const { subgraph, document } = step;
  const places = new EntityPlaces(step, prepared, execution.answer);
  const data = await callSubgraph({ subgraph, document, variables, places }, execution);
  if (data === null) return;
  if (prepared.every((each) => areEntities(own(data, each.target.field), each.batch))) {
    for (const each of prepared) place(each, data);
  } else {
    execution.failures.callFailed(subgraph, invalidAnswer(subgraph), places);
  }
}

function prepare(
  target: EntityTarget,
  batches: Map<string, Batch>,
  answer: AnswerObject,
): PreparedTarget {
  const batch = batches.get(target.variable) ?? { representations: [], positions: new Map() };
  batches.set(target.variable, batch);
  const placementsByPath = target.paths.map((path) => {
    const placements: Placement[] = [];
    for (const object of objectsAt(answer, path)) {
      const representation = target.represent(object);
      if (representation === null) continue;
      placements.push({ object, position: positionIn(batch, representation) });
    }
    return placements;
  });
  return { target, batch, placementsByPath };
}

function positionIn(batch: Batch, representation: Representation): number {
  const identity = identityOf(representation);
  const known = batch.positions.get(identity);
  if (known !== undefined) return known;
  const position = batch.representations.push(representation) - 1;
  batch.positions.set(identity, position);
  return position;
}

function areEntities(value: unknown, { representations }: Batch): value is unknown[] {
  return (
    Array.isArray(value) &&
    value.length === representations.length &&
    value.every((entity) => entity === null || isAnswerObject(entity))
  );
}

function place({ target, placementsByPath }: PreparedTarget, data: AnswerObject): void {
  const entities = own(data, target.field) as unknown[];
  for (const { apply } of target.rewrites) apply(entities);
  placementsByPath.forEach((placements, path) => {
    // Later steps complete each path separately, so paths must not share the objects inside an entity.
    const forPath = path === placementsByPath.length - 1 ? entities : entities.map(copied);
    for (const { object, position } of placements) {
      const entity: unknown = forPath[position];
      if (isAnswerObject(entity)) mergeInto(object, entity);
    }
  });
}
