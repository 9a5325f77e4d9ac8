import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToldOf } from '../src/index.ts';
import { createLedger } from '../src/index.ts';
import type { TestDatabase } from './database.ts';
import { START_AND_STOP, startTestDatabase } from './database.ts';
import { release } from './releases.ts';

let database: TestDatabase;
let writer: Connection;

beforeAll(async () => {
  database = await startTestDatabase();
  writer = connect(database.address(), 'ledger');
}, START_AND_STOP);

afterAll(async () => {
  await writer.close();
  await database.remove();
}, START_AND_STOP);

const right: ToldOf = { question: 'accountOf', clause: 'SHR-8.3.8f', record: randomUUID() };
const record = (told: unknown): Promise<void> =>
  createLedger(writer).record(release({ told: told as readonly ToldOf[] }));

test('what questions told is kept as names of questions, clauses and ids', async () => {
  for (const told of [[], [right], [right, { ...right, clause: 'SHR-4.3-cond' }]])
    await record(told);
});

test.each([
  ['no list', {}],
  ['a text', 'Ada Example'],
  ['a name in place of an id', [{ ...right, record: 'Ada Example' }]],
  ['no question', [{ ...right, question: '' }]],
  ['words in place of a question', [{ ...right, question: 'what of Ada?' }]],
  ['words in place of a clause', [{ ...right, clause: 'because of Ada' }]],
  ['anything beside', [{ ...right, name: 'Ada Example' }]],
  ['less than all', [right, { record: right.record }]],
])('%s is refused', async (_, told) => {
  await expect(record(told)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
});
