import { expect } from 'vitest';
import type { Answer, Answered } from '../county-fixture.ts';
import type { Reader } from '../scenarios/vocabulary/reader.ts';

/** The id of no record. */
export const NEVER_THERE = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

export const EXPLAIN = `query ($principal: ID, $type: String!, $id: ID!, $coordinate: String!, $purpose: String!) {
  explainAccess(principal: $principal, resource: { type: $type, id: $id }, coordinate: $coordinate, purpose: $purpose) {
    outcome message code clause remedy policyVersion roles purposes
    decidedBy { name clause role effect words verdict conditions { words clause verdict } }
    rules { name clause verdict conditions { words verdict } }
    required { words clause remedy whoCan }
  }
}`;

/** A field of a record, of whose access and for which purpose; by default one's own, to understand needs. */
export interface Asked {
  readonly coordinate: string;
  readonly of: { readonly id: string };
  readonly principal?: { readonly id: string };
  readonly purpose?: string;
}

/** The answer as it came. */
export function ask(who: Reader, { coordinate, of, principal, purpose }: Asked): Promise<Answer> {
  return who.asks(EXPLAIN, {
    principal: principal?.id ?? null,
    type: coordinate.split('.')[0],
    id: of.id,
    coordinate,
    purpose: purpose ?? 'UNDERSTAND_NEEDS',
  });
}

/** The explanation, which there has to be. */
export async function explained(who: Reader, asked: Asked): Promise<Answered> {
  const { body } = await ask(who, asked);
  expect(body.errors).toBeUndefined();
  return body.data.explainAccess;
}
