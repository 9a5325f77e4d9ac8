import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { CountyDatabase, Gate } from '../county-fixture.ts';
import { daysAfter } from './days-after.ts';
import type { JustificationRead } from './justifying.ts';
import { complete, ITEMS, reads, sends } from './justifying.ts';

const { kwame, grace, gideon, dorothea } = cast.practitioners;

/** Two processes before one county. */
export interface Racing {
  readonly gates: readonly [Gate, Gate];
  readonly owner: CountyDatabase['owner'];
  readonly now: Date;
}

const LEFT_BY: Readonly<Record<string, string>> = {
  approveJustification: 'LIVE',
  withdrawJustification: 'WITHDRAWN',
};

async function begins(
  { gates: [gate], now }: Racing,
  item: 'HEALTH' | 'OFFENCE',
): Promise<JustificationRead> {
  const asked = complete(item, kwame, daysAfter(now, 10));
  const { changed } = await sends(gate, kwame, 'justify', asked);
  const [one] = changed;
  if (one === undefined) throw new Error('nothing is shown of it');
  return one;
}

const decidedOn = ({ id, revision }: JustificationRead) => ({
  justification: id,
  expectedRevision: revision,
  reason: 'As decided',
});

function stepsOf(id: string, owner: Racing['owner']): Promise<readonly { move: string }[]> {
  return owner.run<{ move: string }>({
    text: 'SELECT move FROM partners.access_event WHERE subject_id = $1 ORDER BY position',
    values: [id],
  });
}

/** Of two who decide on the same revision one is carried out, and the other is told that it has passed. */
export async function approvalAgainstWithdrawal(racing: Racing): Promise<void> {
  const { gates, owner } = racing;
  const one = await begins(racing, 'OFFENCE');
  const [approved, withdrawn] = await Promise.all([
    sends(gates[0], gideon, 'approveJustification', decidedOn(one)),
    sends(gates[1], kwame, 'withdrawJustification', decidedOn(one)),
  ]);
  const done = approved.refused === null ? 'approveJustification' : 'withdrawJustification';
  const late = approved.refused ?? withdrawn.refused;
  expect(late).toMatchObject({ code: 'REVISION_PASSED', revision: 2 });
  expect(approved.refused === null).not.toBe(withdrawn.refused === null);
  const [row] = await owner.run<{ state: string }>({
    text: 'SELECT state FROM access.justification WHERE id = $1',
    values: [one.id],
  });
  expect(row?.state).toBe(LEFT_BY[done]);
  expect(await stepsOf(one.id, owner)).toHaveLength(3);
  if (done === 'approveJustification')
    await sends(gates[0], kwame, 'withdrawJustification', {
      ...decidedOn(one),
      expectedRevision: 2,
    });
  expect(await reads(gates[1], kwame, 'OFFENCE')).toBeNull();
}

/** Sent twice at once under one key it is recorded once, and both are answered alike. */
export async function oneKeyTwice({ gates, owner, now }: Racing): Promise<void> {
  const asked = complete('HEALTH', grace, daysAfter(now, 10));
  const [first, second] = await Promise.all(
    gates.map((gate) => sends(gate, grace, 'justify', asked)),
  );
  expect(first?.refused).toBeNull();
  expect(second).toEqual(first);
  const [one] = first?.changed ?? [];
  const rows = await owner.run<{ id: string }>({
    text: `SELECT id FROM access.justification WHERE account_id = $1 AND starts_at = $2 AND state = 'LIVE'`,
    values: [grace.id, now.toISOString()],
  });
  expect(rows).toEqual([{ id: one?.id }]);
  if (one !== undefined) await sends(gates[0], grace, 'withdrawJustification', decidedOn(one));
}

/** Whoever reads while it is challenged reads as before or nothing; whoever reads once it is, nothing. */
export async function challengeAgainstReading(racing: Racing): Promise<void> {
  const { gates } = racing;
  const one = await begins(racing, 'HEALTH');
  const [challenged, read] = await Promise.all([
    sends(gates[0], dorothea, 'challengeJustification', decidedOn(one)),
    reads(gates[1], kwame, 'HEALTH'),
  ]);
  expect(challenged.changed).toMatchObject([{ state: 'CHALLENGED' }]);
  expect([null, ITEMS.HEALTH.values]).toContainEqual(read);
  expect(await reads(gates[1], kwame, 'HEALTH')).toBeNull();
  await sends(gates[0], dorothea, 'strikeJustification', {
    ...decidedOn(one),
    expectedRevision: 2,
  });
}
