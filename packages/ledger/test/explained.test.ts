import { randomUUID } from 'node:crypto';
import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExplainedAccess } from '../src/index.ts';
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

const right: ExplainedAccess = {
  account: randomUUID(),
  record: randomUUID(),
  coordinate: 'Person.givenName',
  purpose: 'AUDIT',
};
const record = (explained: unknown): Promise<void> =>
  createLedger(writer).record(release({ explained: explained as readonly ExplainedAccess[] }));

test('explanations are kept as ids, names of the schema and purposes', async () => {
  for (const explained of [[], [right], [right, { ...right, record: randomUUID() }]])
    await record(explained);
});

test.each([
  ['no list', {}],
  ['a text', 'Ada Example'],
  ['a name in place of an account', [{ ...right, account: 'Ada Example' }]],
  ['no record', [{ ...right, record: '' }]],
  ['words in place of a purpose', [{ ...right, purpose: 'to see Ada' }]],
  ['words in place of a field', [{ ...right, coordinate: 'Ada Example' }]],
  ['anything beside', [{ ...right, name: 'Ada Example' }]],
  ['less than all', [right, { account: right.account }]],
])('%s is refused', async (_, explained) => {
  await expect(record(explained)).rejects.toMatchObject({ code: 'LEDGER_UNAVAILABLE' });
});
