export { type DatabaseAddress, externalDatabase, siblingDatabase } from './address.ts';
export { type Clock, systemClock } from './clock.ts';
export { connect, ping } from './connect.ts';
export type { Connection } from './connection.ts';
export { createDatabaseFromTemplate, dropDatabase } from './database-copy.ts';
export { type DatabaseRole, loginName, SERVICE_ROLES, type ServiceRole } from './database-role.ts';
export { type DatabaseUrl, parseDatabaseUrl } from './database-url.ts';
export { type ConnectOptions, tlsOf } from './driver.ts';
export {
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
  startEmbeddedDatabase,
} from './embedded/embedded-database.ts';
export { holdSingleInstance, type InstanceLock } from './embedded/single-instance.ts';
export { type MigrationSource, migrate } from './migrate.ts';
export type { Statement } from './statement.ts';
