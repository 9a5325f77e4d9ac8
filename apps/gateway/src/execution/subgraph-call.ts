import type { RefusalCode } from '@postern/errors';
import { Fault, isFault, isRefusal, REFUSALS, Refusal } from '@postern/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject, own } from './answer-object.ts';
import type { Execution } from './execution.ts';
import type { PassedVariable } from './step.ts';
import type { SubgraphAnswer } from './subgraph.ts';

interface SubgraphCall {
  readonly subgraph: string;
  readonly document: string;
  readonly variables: AnswerObject;
}

/**
 * Calls a subgraph and returns its data.
 * Throws the subgraph's own Refusal or Fault, else Fault SUBGRAPH_FAILED or SUBGRAPH_ANSWER_INVALID.
 */
export async function callSubgraph<Context>(
  { subgraph, document, variables }: SubgraphCall,
  { subgraphs, context }: Execution<Context>,
): Promise<AnswerObject> {
  const execute = subgraphs.get(subgraph);
  if (execute === undefined) throw new Fault('SUBGRAPH_FAILED', { logged: { subgraph } });
  let answer: SubgraphAnswer;
  try {
    answer = await execute({ document, variables, context });
  } catch (cause) {
    if (isRefusal(cause) || isFault(cause)) throw cause;
    throw new Fault('SUBGRAPH_FAILED', { cause, logged: { subgraph } });
  }
  if (!isAnswerObject(answer)) throw invalidAnswer(subgraph);
  if (Array.isArray(answer.errors) && answer.errors.length > 0) {
    throw reported(answer.errors[0], subgraph);
  }
  if (!isAnswerObject(answer.data)) throw invalidAnswer(subgraph);
  return answer.data;
}

/** Says that a subgraph's answer is not one that its schema and the plan allow. */
export function invalidAnswer(subgraph: string): Fault {
  return new Fault('SUBGRAPH_ANSWER_INVALID', { logged: { subgraph } });
}

/** Picks the client's variables that a fetch uses; one that was not given stays absent. */
export function passed(
  variables: readonly PassedVariable[],
  values: Readonly<Record<string, unknown>>,
): AnswerObject {
  const picked: AnswerObject = {};
  for (const { name, from } of variables) {
    if (Object.hasOwn(values, from)) picked[name] = values[from];
  }
  return picked;
}

/** A refusal keeps its code across a process boundary; any other report stays inside. */
function reported(error: GraphQLFormattedError | undefined, subgraph: string): Refusal | Fault {
  const original = isAnswerObject(error) ? error.originalError : undefined;
  if (isRefusal(original) || isFault(original)) return original;
  const extensions = isAnswerObject(error) ? error.extensions : undefined;
  const code = isAnswerObject(extensions) ? own(extensions, 'code') : undefined;
  if (isRefusalCode(code)) return new Refusal(code);
  return new Fault('SUBGRAPH_FAILED', { cause: original, logged: { subgraph } });
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(REFUSALS, code);
}
