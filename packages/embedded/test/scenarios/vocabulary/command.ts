import { expect } from 'vitest';
import type { Answered } from '../../county-fixture.ts';
import type { Reader } from './reader.ts';

export type { Answered };

/** Sends a command with its arguments as GraphQL literals; enums are given as `{ enum: 'NAME' }`. */
export async function sends(
  reader: Reader,
  command: string,
  args: Readonly<Record<string, unknown>>,
  shown: string,
): Promise<Answered> {
  const given = Object.entries(args).map(([name, value]) => `${name}: ${literal(value)}`);
  const { body } = await reader.asks(
    `mutation { ${command}(${given.join(', ')}) { ${shown} ... on CommandRefusal { code message remedy about } } }`,
  );
  expect(body.errors).toBeUndefined();
  return body.data[command];
}

function literal(value: unknown): string {
  if (typeof value === 'object' && value !== null && 'enum' in value) return String(value.enum);
  return JSON.stringify(value);
}
