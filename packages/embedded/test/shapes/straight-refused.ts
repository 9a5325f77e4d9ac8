import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import { expectRefusal } from '../bad-input/plain-refusal.ts';
import type { Gate, OpenShape } from '../county-fixture.ts';
import { recordedBy } from '../ledger/ledger-rows.ts';
import type { Straight } from './straight.ts';
import { askStraight } from './straight.ts';

const { grace } = cast.practitioners;
export const CASELOAD = '{ episodes(first: 3) { edges { node { reference } } } }';

/** What is asked straight, of which subgraph, by default Grace Adebayo's caseload of `episodes`. */
export interface Asked extends Straight {
  readonly subgraph?: string;
  readonly query?: string;
  readonly at?: Gate;
}

/** A refusal tells its code and nothing from inside, and nothing is recorded; the next good request is answered. */
export async function expectRefused(
  open: OpenShape,
  asked: Asked,
  status: number,
  code: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { subgraph = 'episodes', query = CASELOAD, at = open.gate, ...straight } = asked;
  let told: Readonly<Record<string, unknown>> = {};
  const rows = await recordedBy(open.database.owner, async () => {
    told = expectRefusal(
      await askStraight(at, subgraph, query, { who: grace, ...straight }),
      status,
      code,
    );
  });
  expect(rows).toEqual([]);
  expect((await askStraight(at, 'episodes', CASELOAD, { who: grace })).status).toBe(200);
  return told;
}
