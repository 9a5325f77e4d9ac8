import { GraphQLError } from 'graphql';
import type { AnswerPath } from '../execution/answer-path.ts';
import type { CollectedFailure } from '../execution/collected-failures.ts';
import { clientPath } from '../projection/client-path.ts';
import type { Problem } from '../projection/problems.ts';
import type { ObjectShape } from '../projection/shape.ts';

/**
 * The errors of an answer: what subgraphs reported, at the fields it concerns, then values that could not stand for no
 * reason that a subgraph gave.
 */
export function answerErrors(
  root: ObjectShape,
  failures: readonly CollectedFailure[],
  problems: readonly Problem[],
): GraphQLError[] {
  const reported = failures.map(({ message, path, extensions }) => ({
    message,
    path: path === null ? [] : clientPath(root, path),
    extensions,
  }));
  const unexplained = problems
    .map((problem) => ({ problem, path: problem.reversedPath.toReversed() }))
    .filter(({ path }) => !reported.some((error) => isAlong(error.path, path)))
    .map(({ problem, path }) => ({
      message: messageOf(problem),
      path,
      extensions: { code: 'SUBGRAPH_ANSWER_INVALID' },
    }));
  return [...reported, ...unexplained].map(
    ({ message, path, extensions }) =>
      new GraphQLError(message, { extensions, ...(path.length === 0 ? {} : { path }) }),
  );
}

/** Whether one path leads through the end of the other; the empty path does so for all. */
function isAlong(one: AnswerPath, other: AnswerPath): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((step, index) => step === other[index]);
}

function messageOf({ kind, coordinate }: Problem): string {
  return kind === 'NULL'
    ? `Cannot return null for non-nullable field ${coordinate}.`
    : `The subgraph's value is not of the type of field ${coordinate}.`;
}
