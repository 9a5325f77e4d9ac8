import { isHeld } from '@postern/access-facts';
import type { Finding, Statements } from '@postern/subgraph-kit';
import { finding } from '@postern/subgraph-kit';
import { ANALYSTS } from './covered.ts';

/** What is given of an agreement or a theme, to be looked at before it is put on the register. */
export interface Instructed {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly destroyBy: string;
  readonly analysts: readonly string[];
}

/** What of it cannot be: days in no order, or accounts that are no analyst’s. */
export async function notInstructable(
  transaction: Statements,
  { startsOn, endsOn, destroyBy, analysts }: Instructed,
  now: Date,
): Promise<readonly Finding[]> {
  return [
    ...(startsOn <= endsOn ? [] : [invalid('endsOn', 'a day not before startsOn')]),
    ...(startsOn <= destroyBy ? [] : [invalid('destroyBy', 'a day not before startsOn')]),
    ...((await areAnalysts(transaction, analysts, now))
      ? []
      : [invalid('analysts', 'accounts of analysts')]),
  ];
}

export function invalid(part: string, expected: string): Finding {
  return finding(part, 'ARGUMENT_INVALID', expected);
}

async function areAnalysts(
  transaction: Statements,
  analysts: readonly string[],
  now: Date,
): Promise<boolean> {
  const rows = await transaction.run({
    text: `SELECT DISTINCT office.account_id FROM access.role_holding office WHERE office.account_id = ANY ($1::uuid[]) AND office.role = ANY ($2::text[])
      AND ${isHeld('office', '$3')}`,
    values: [[...analysts], [...ANALYSTS], now.toISOString()],
  });
  return rows.length === new Set(analysts).size;
}
