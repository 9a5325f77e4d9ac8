import { randomUUID } from 'node:crypto';
import type { DatabaseAddress } from '@postern/database';
import {
  connect,
  createDatabaseFromTemplate,
  dropDatabase,
  externalDatabase,
  siblingDatabase,
} from '@postern/database';
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The owner's address of the one PostgreSQL that this run of tests shares. */
    readonly sharedServer: string;
  }
}

/** A database that a test file may change as it likes. */
export interface TestDatabase {
  readonly address: DatabaseAddress;
  drop(): Promise<void>;
}

/**
 * A fresh copy of a template that is built once per run of tests, by whichever file asks first.
 * @param build fills an empty database; it must leave no connection open
 */
export async function databaseFrom(
  template: string,
  build: (address: DatabaseAddress) => Promise<void>,
): Promise<TestDatabase> {
  const server = externalDatabase(inject('sharedServer'));
  const built = siblingDatabase(server, `template_${template}`);
  const maintenance = connect(siblingDatabase(server, 'postgres'), 'owner', { max: 1 });
  try {
    // Copying needs the template to itself, so building and copying take turns.
    await maintenance.run({ text: 'select pg_advisory_lock(7301)', values: [] });
    const [found] = await maintenance.run({
      text: 'select 1 as present from pg_database where datname = $1',
      values: [built.databaseName],
    });
    if (found === undefined) await buildTemplate(server, built, build);
    const address = await createDatabaseFromTemplate(built, `test_${randomUUID()}`);
    return { address, drop: () => dropDatabase(address) };
  } finally {
    await maintenance.close();
  }
}

/** An empty database of the shared server. */
export async function emptyDatabase(): Promise<TestDatabase> {
  const server = externalDatabase(inject('sharedServer'));
  const address = await createDatabaseFromTemplate(
    siblingDatabase(server, 'template1'),
    `test_${randomUUID()}`,
  );
  return { address, drop: () => dropDatabase(address) };
}

async function buildTemplate(
  server: DatabaseAddress,
  built: DatabaseAddress,
  build: (address: DatabaseAddress) => Promise<void>,
): Promise<void> {
  // Built under a name of its own first: a template that failed halfway is never copied.
  const draft = await createDatabaseFromTemplate(
    siblingDatabase(server, 'template1'),
    `draft_${randomUUID()}`,
  );
  await build(draft);
  const maintenance = connect(siblingDatabase(server, 'postgres'), 'owner', { max: 1 });
  try {
    await maintenance.script(
      `alter database "${draft.databaseName}" rename to "${built.databaseName}"`,
    );
  } finally {
    await maintenance.close();
  }
}
