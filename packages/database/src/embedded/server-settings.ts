/** Settings of the embedded server: small, and durable because the ledger's promise is a commit on disk. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Nothing replicates from it, so the log holds only what a crash needs.
  wal_level: 'minimal',
  max_wal_senders: '0',
  io_method: 'sync',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log holds the server's life, never a statement, a value or a row.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Command-line arguments for the settings; `changed` wins, e.g. `fsync=off` for a throw-away test server. */
export function settingArguments(
  port: number,
  changed: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries({ ...SETTINGS, ...changed, port: String(port) }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );
}
