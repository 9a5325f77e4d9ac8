import type { Connection, DatabaseAddress } from '@postern/database';
import { connect } from '@postern/database';
import type { TestDatabase } from '@postern/testkit';
import { afterAll, beforeAll } from 'vitest';
import { asPartners, schedulerDatabase } from './database.ts';

/** A database for the tests of one file, with whoever owns it and the service that fires there. */
export interface Stage {
  readonly address: DatabaseAddress;
  readonly owner: Connection;
  readonly partners: Connection;
}

/** Made before the tests of the file, and dropped after them. */
export function setStage(sessions = 2): Stage {
  let database: TestDatabase;
  let owner: Connection;
  let partners: Connection;
  beforeAll(async () => {
    database = await schedulerDatabase();
    owner = connect(database.address, 'owner', { max: 2 });
    partners = asPartners(database.address, sessions);
  });
  afterAll(async () => {
    await Promise.all([owner?.close(), partners?.close()]);
    await database?.drop();
  });
  return {
    get address() {
      return database.address;
    },
    get owner() {
      return owner;
    },
    get partners() {
      return partners;
    },
  };
}
