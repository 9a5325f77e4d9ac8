import { withJoinedConditions } from '../plan/conditions.ts';
import type { Plan } from '../plan/planner.ts';
import type { AnswerObject } from './answer-object.ts';
import { fetchEntities } from './entity-fetch.ts';
import type { Execution } from './execution.ts';
import { fetchRoot } from './root-fetch.ts';
import type { Step } from './step.ts';

/** Runs a plan and returns everything it fetched; throws the first failure, in the order of the plan. */
export async function executePlan<Context>(
  plan: Plan | null,
  request: Omit<Execution<Context>, 'answer'>,
): Promise<AnswerObject> {
  if (plan === null) return {};
  const variables = withJoinedConditions(request.variables, plan.joined);
  const execution = { ...request, variables, answer: {} };
  await run(plan.step, execution);
  return execution.answer;
}

function run<Context>(step: Step, execution: Execution<Context>): Promise<void> {
  switch (step.kind) {
    case 'ROOT_FETCH':
      return fetchRoot(step, execution);
    case 'ENTITY_FETCH':
      return fetchEntities(step, execution);
    case 'SEQUENCE':
      return runInTurn(step.steps, execution);
    case 'PARALLEL':
      return runTogether(step.steps, execution);
    case 'CONDITION': {
      const chosen = execution.variables[step.variable] === true ? step.whenTrue : step.whenFalse;
      return chosen === null ? Promise.resolve() : run(chosen, execution);
    }
  }
}

async function runInTurn<Context>(
  steps: readonly Step[],
  execution: Execution<Context>,
): Promise<void> {
  for (const step of steps) await run(step, execution);
}

/** Waits for every step, so that nothing still runs after the request has been answered. */
async function runTogether<Context>(
  steps: readonly Step[],
  execution: Execution<Context>,
): Promise<void> {
  const outcomes = await Promise.allSettled(steps.map((step) => run(step, execution)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}
