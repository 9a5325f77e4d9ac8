import { inspect } from 'node:util';
import { isFault } from '@postern/errors';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Connection, Statement } from '../src/index.ts';
import { connect } from '../src/index.ts';
import { serverForFile } from './server.ts';

const CANARY = 'canary4711';
const server = serverForFile();
let owner: Connection;

beforeAll(async () => {
  owner = connect(server.database().address, 'owner', { max: 2 });
  await owner.script(`
    create table secret (name text primary key, age int4 check (age > 0), born date not null);
    insert into secret values ('${CANARY}', 1, '2020-01-01')`);
  return () => owner.close();
});

/** Statements that fail each in its own way, with the canary in text, value, row, or all of them. */
const failing: readonly ((value: string) => Statement)[] = [
  (value) => ({ text: 'select $1::int4', values: [value] }),
  (value) => ({ text: 'select $1::jsonb', values: [`{${value}`] }),
  (value) => ({ text: `select ${CANARY} from secret where name = $1`, values: [value] }),
  (value) => ({ text: `selec '${value.replaceAll("'", "''")}'`, values: [] }),
  () => ({ text: 'insert into secret values ($1, 2, $2)', values: [CANARY, '2020-01-01'] }),
  (value) => ({ text: 'insert into secret values ($1, -1, $2)', values: [value, '2020-01-01'] }),
  (value) => ({ text: 'insert into secret values ($1, 1, null)', values: [value] }),
  (value) => ({ text: 'select $1::date', values: [value] }),
  (value) => ({ text: 'select $1::uuid[]', values: [[value]] }),
  (value) => ({ text: 'select 1 where $1 = $2', values: [value] }),
  (value) => ({
    text: 'select $1::jsonb',
    values: [
      {
        toJSON: () => {
          throw new Error(value);
        },
      },
    ],
  }),
  () => ({ text: 'select $1::text', values: [undefined] }),
  (value) => ({ text: `select '${value.replaceAll("'", "''")}\0'`, values: [] }),
];

test('a failed statement’s Fault holds no SQL, parameter or value, wherever one looks', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...failing),
      fc.string().map((text) => `${CANARY}${text.replaceAll('\0', '')}`),
      fc.constantFrom('run', 'transaction', 'savepoint'),
      async (make, value, way) => {
        const thrown = await thrownBy(() => perform(make(value), way));
        expect(isFault(thrown)).toBe(true);
        const seen = everythingIn(thrown);
        expect(seen).not.toContain(CANARY);
        expect(seen).not.toMatch(/select|insert|secret|PostgresError/i);
      },
    ),
    { numRuns: 150 },
  );
});

test('what PostgreSQL called the failure stays, for the log', async () => {
  const thrown = await thrownBy(() => owner.run({ text: 'select 1/$1::int4', values: [0] }));
  expect(thrown).toMatchObject({
    code: 'DATABASE_STATEMENT_FAILED',
    logged: { sqlstate: '22012' },
  });
  expect(thrown).not.toHaveProperty('cause');
});

test('a failed script’s Fault holds none of it either', async () => {
  const thrown = await thrownBy(() => owner.script(`select 1; select '${CANARY}'::int4`));
  expect(isFault(thrown)).toBe(true);
  expect(everythingIn(thrown)).not.toContain(CANARY);
});

async function perform(statement: Statement, way: string): Promise<unknown> {
  if (way === 'run') return owner.run(statement);
  return owner.transaction((outer) =>
    way === 'savepoint' ? outer.transaction((inner) => inner.run(statement)) : outer.run(statement),
  );
}

async function thrownBy(work: () => Promise<unknown>): Promise<unknown> {
  try {
    await work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error('nothing was thrown');
}

/** All that a logger, a debugger or a careless serializer could print of a thrown value. */
function everythingIn(thrown: unknown): string {
  const parts: string[] = [];
  for (let error = thrown; error instanceof Error; error = error.cause) {
    const names = [...Object.getOwnPropertyNames(error), ...Object.getOwnPropertySymbols(error)];
    parts.push(
      inspect(error, { depth: null, showHidden: true }),
      JSON.stringify(error),
      String(error),
    );
    parts.push(
      ...names.map((name) => inspect(Reflect.get(error as object, name), { depth: null })),
    );
  }
  // Stack lines name this file's functions and folders, which hold nothing of a statement.
  return parts
    .join('\n')
    .replaceAll(/^\s*at .*$/gm, '')
    .replaceAll(/\\n\s+at .*?(?=\\n|")/g, '');
}
