import type { Purpose } from '@postern/policy';
import { expect } from 'vitest';
import type { Answered, Asking, Gate } from '../county-fixture.ts';

export type { Answered };

const REFUSED =
  '... on CommandRefusal { code message remedy about revision findings { part expected } }';

/** Text as an argument of GraphQL; objects and lists as literals, names of enums as `{ enum: 'X' }`. */
export function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if ('enum' in value) return String(value.enum);
  return `{ ${argumentsOf(value as Readonly<Record<string, unknown>>)} }`;
}

export function argumentsOf(given: Readonly<Record<string, unknown>>): string {
  return Object.entries(given)
    .map(([name, value]) => `${name}: ${literal(value)}`)
    .join(', ');
}

/** Sends a command; the answer is what it changed, or the refusal, or `{ turnedAway }` where nobody was let in. */
export async function commands(
  gate: Gate,
  who: Asking,
  command: string,
  given: Readonly<Record<string, unknown>>,
  { shows, purpose = 'ADMINISTRATION' }: { readonly shows: string; readonly purpose?: Purpose },
): Promise<Answered> {
  const { body } = await gate.ask(
    who,
    `mutation { ${command}(${argumentsOf(given)}) { __typename ${shows} ${REFUSED} } }`,
    { purpose },
  );
  if (body.errors !== undefined) return { turnedAway: body.errors[0]?.extensions };
  return body.data[command];
}

/** The answer to a command that had to be carried out. */
export function carriedOut(answer: Answered): Answered {
  expect(answer.turnedAway).toBeUndefined();
  expect(answer.code, JSON.stringify(answer)).toBeUndefined();
  return answer;
}
