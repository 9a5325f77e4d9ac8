import type { RefusalCode } from '@postern/errors';
import { Refusal } from '@postern/errors';

/** The schema of what a refused command answers, for every subgraph that has commands. */
export const COMMAND_REFUSAL_SCHEMA = new URL('./command-refusal.graphql', import.meta.url);

/** What is wrong with one part of what was given, and what would be right. */
export interface Finding {
  /** The rule it is about; null where it is about the input or the set. */
  readonly rule: string | null;
  readonly code: string;
  readonly part: string;
  readonly found: string;
  readonly expected: string;
}

/** What a refused command says beside code, message and remedy; never a value of a record. */
export interface RefusedDetails {
  /** Names of roles, rules or versions that it is about. */
  readonly about?: readonly string[];
  /** The revision that now stands, where the one expected has passed. */
  readonly revision?: number;
  readonly findings?: readonly Finding[];
  /** Counterexamples, told as stories. */
  readonly stories?: readonly string[];
}

/** Why a command was not carried out; the client finds it as the answer, and nothing is changed. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  readonly code: RefusalCode;
  readonly details: RefusedDetails;

  constructor(code: RefusalCode, details: RefusedDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The answer of the type `CommandRefusal`. */
export function refusalAnswer({
  code,
  details,
}: CommandRefused): Readonly<Record<string, unknown>> {
  const { message, remedy } = new Refusal(code);
  const { about = [], revision = null, findings = [], stories = [] } = details;
  return { code, message, remedy, about, revision, findings, stories };
}
