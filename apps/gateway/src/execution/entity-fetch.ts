import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject, own } from './answer-object.ts';
import { objectsAt } from './entity-path.ts';
import type { Execution } from './execution.ts';
import { copied, mergeInto } from './merge.ts';
import type { Representation } from './representation.ts';
import { identityOf } from './representation.ts';
import type { EntityFetch, EntityTarget } from './step.ts';
import { callSubgraph, invalidAnswer, passed } from './subgraph-call.ts';

/** The distinct representations sent as one variable. */
interface Batch {
  readonly representations: Representation[];
  readonly positions: Map<string, number>;
}

/** An object of the answer and the position of its representation in the batch. */
interface Placement {
  readonly object: AnswerObject;
  readonly position: number;
}

interface PreparedTarget {
  readonly target: EntityTarget;
  readonly batch: Batch;
  readonly placementsByPath: readonly (readonly Placement[])[];
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
  const data = await callSubgraph({ subgraph, document, variables }, execution);
  for (const each of prepared) place(each, data, subgraph);
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

function place(prepared: PreparedTarget, data: AnswerObject, subgraph: string): void {
  const { target, batch, placementsByPath } = prepared;
  const entities = own(data, target.field);
  if (!Array.isArray(entities) || entities.length !== batch.representations.length) {
    throw invalidAnswer(subgraph);
  }
  for (const entity of entities) {
    if (entity !== null && !isAnswerObject(entity)) throw invalidAnswer(subgraph);
  }
  for (const rewrite of target.rewrites) rewrite(entities);
  placementsByPath.forEach((placements, path) => {
    // Later steps complete each path separately, so paths must not share the objects inside an entity.
    const forPath = path === placementsByPath.length - 1 ? entities : entities.map(copied);
    for (const { object, position } of placements) {
      const entity: unknown = forPath[position];
      if (isAnswerObject(entity)) mergeInto(object, entity);
    }
  });
}
