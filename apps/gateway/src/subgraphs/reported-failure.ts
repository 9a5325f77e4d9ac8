import type { ClientFacts, FaultCode, RefusalCode } from '@postern/errors';
import { FAULTS, Fault, REFUSALS, Refusal } from '@postern/errors';
import { isAnswerObject, own } from '../execution/answer-object.ts';

/** Refusals of what this gateway itself sent: the client cannot mend them. */
const OURS: ReadonlySet<string> = new Set<RefusalCode>([
  'ASSERTION_INVALID',
  'NAME_RESERVED',
  'NOT_FOUND',
  'REQUEST_MALFORMED',
  'REQUEST_TOO_LARGE',
]);

/** What every refusal says beside its own facts. */
const COMMON: ReadonlySet<string> = new Set(['code', 'remedy', 'urgent']);

/**
 * What a subgraph in another process reported: a refusal as itself, with its facts; a fault by its code alone;
 * anything else as Fault SUBGRAPH_FAILED.
 */
export function reportedFailure(subgraph: string, errors: unknown): Refusal | Fault {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  const extensions = isAnswerObject(first) ? first['extensions'] : undefined;
  const code = isAnswerObject(extensions) ? own(extensions, 'code') : undefined;
  if (!isAnswerObject(extensions) || typeof code !== 'string')
    return new Fault('SUBGRAPH_FAILED', { logged: { subgraph } });
  if (isRefusalCode(code) && !OURS.has(code)) return new Refusal(code, factsOf(extensions));
  if (isFaultCode(code)) return new Fault(code, { logged: { subgraph } });
  const reason = /^[A-Z_]{1,64}$/.test(code) ? code : 'UNKNOWN';
  return new Fault('SUBGRAPH_FAILED', { logged: { subgraph, reason } });
}

function factsOf(extensions: Readonly<Record<string, unknown>>): ClientFacts {
  const facts = Object.entries(extensions).filter(([name]) => !COMMON.has(name));
  return Object.fromEntries(
    facts.filter((each): each is [string, ClientFacts[string]] => isFact(each[1])),
  );
}

function isFact(value: unknown): value is ClientFacts[string] {
  return (
    typeof value === 'string' ||
    typeof value === 'number' ||
    (Array.isArray(value) && value.every((each) => typeof each === 'string'))
  );
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

function isFaultCode(code: string): code is FaultCode {
  return Object.hasOwn(FAULTS, code);
}
