import { principalKey } from './principal.ts';
import type { Failure } from './run.ts';

/** What is needed to see a failure again: seed, who, what for, the query, and what came of it without its value. */
export function describeFailure({ seed, query, request, isReduced, findings }: Failure): string {
  const { principal, purpose, path, variables, operationName } = request;
  return [
    `Query ${query} of seed ${seed}: ${principalKey(principal)} for ${purpose} at ${path}${isReduced ? '' : ' (not so when sent alone)'}`,
    request.query,
    ...(Object.keys(variables).length === 0 ? [] : [`Variables: ${JSON.stringify(variables)}`]),
    ...(operationName === null ? [] : [`Operation: ${operationName}`]),
    ...new Set(findings.map(({ kind, what }) => `${kind}: ${what}`)),
  ].join('\n');
}
