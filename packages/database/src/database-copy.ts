import type { DatabaseAddress } from './address.ts';
import { siblingDatabase } from './address.ts';
import { connect } from './connect.ts';
import { quoteName } from './quoting.ts';

/**
 * Copies a whole database of the same server under a new name, which takes some 50 ms for a small one.
 * Nobody may be connected to the template. Throws Fault DATABASE_*.
 */
export async function createDatabaseFromTemplate(
  template: DatabaseAddress,
  databaseName: string,
): Promise<DatabaseAddress> {
  await maintain(
    template,
    `create database ${quoteName(databaseName)} template ${quoteName(template.databaseName)}`,
  );
  return siblingDatabase(template, databaseName);
}

/** Drops a database, ending its sessions; one that is not there is no error. */
export async function dropDatabase(address: DatabaseAddress): Promise<void> {
  await maintain(
    address,
    `drop database if exists ${quoteName(address.databaseName)} with (force)`,
  );
}

/** Runs one statement from the maintenance database that every PostgreSQL has. */
async function maintain(address: DatabaseAddress, statement: string): Promise<void> {
  const connection = connect(siblingDatabase(address, 'postgres'), 'owner', { max: 1 });
  try {
    await connection.script(statement);
  } finally {
    await connection.close();
  }
}
