import type { Refusal } from '@postern/errors';
import { Fault, isFault, isRefusal } from '@postern/errors';
import type { GraphQLFormattedError } from 'graphql';
import { GraphQLError } from 'graphql';
import {
  limitErrorOf,
  PROTOCOL_REMEDIES,
  protocolCodeOf,
  protocolMessageOf,
} from './protocol-errors.ts';

/** The sentence that every refusal carries for someone who cannot wait, unless the host team has its own. */
export const URGENT_CHANNEL =
  'If a child is in immediate danger call 999; to reach the early help front door call the number your host team gave you.';

/** How errors are told: with which urgent sentence, if any, and whether with hints at the schema. */
export interface ErrorStyle {
  readonly urgentChannel: string | null;
  readonly production: boolean;
}

const UNAVAILABLE: ReadonlySet<string> = new Set([
  'LEDGER_UNAVAILABLE',
  'DATABASE_MISSING',
  'DATABASE_UNREACHABLE',
  'PROVIDER_UNREACHABLE',
]);

/** Finds the Refusal or Fault behind an error; null when it is neither. */
export function knownErrorOf(error: unknown): Refusal | Fault | null {
  if (isRefusal(error) || isFault(error)) return error;
  if (!(error instanceof GraphQLError)) return null;
  return limitErrorOf(error) ?? knownErrorOf(error.originalError);
}

/** The HTTP status of an error. */
export function statusOf(error: unknown): number {
  const known = knownErrorOf(error);
  if (isRefusal(known)) return known.status;
  if (known !== null) return UNAVAILABLE.has(known.code) ? 503 : 500;
  return protocolCodeOf(error) === null ? 500 : 400;
}

/** The stable code of an error, as clients, metrics and log know it. */
export function codeOf(error: unknown): string {
  return knownErrorOf(error)?.code ?? protocolCodeOf(error) ?? 'INTERNAL';
}

/** What a client is told of an error; of what is neither a Refusal nor about its own query, only that it happened. */
export function clientError(error: unknown, style: ErrorStyle): GraphQLFormattedError {
  const urgent = style.urgentChannel === null ? {} : { urgent: style.urgentChannel };
  const known = knownErrorOf(error);
  const protocolCode = protocolCodeOf(error);
  if (known === null && protocolCode !== null && error instanceof GraphQLError) {
    const message = protocolMessageOf(error, style);
    const extensions = { code: protocolCode, remedy: PROTOCOL_REMEDIES[protocolCode], ...urgent };
    return error.locations === undefined
      ? { message, extensions }
      : { message, locations: error.locations, extensions };
  }
  if (isRefusal(known)) {
    const { message, facts, code, remedy } = known;
    return { message, extensions: { ...facts, code, remedy, ...urgent } };
  }
  const { message, code, clientRemedy } = known ?? new Fault('INTERNAL');
  return { message, extensions: { code, remedy: clientRemedy, ...urgent } };
}
