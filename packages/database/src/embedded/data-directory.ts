import { join, resolve } from 'node:path';

/** The files of one embedded database. */
export interface DataDirectory {
  readonly root: string;
  /** PostgreSQL's own data; it exists only once it is complete. */
  readonly cluster: string;
  readonly password: string;
  readonly lock: string;
  /** What initdb and the server say, from the latest start. */
  readonly log: string;
}

/** Names the files below a directory, which need not exist yet. */
export function dataDirectory(directory: string): DataDirectory {
  const root = resolve(directory);
  return {
    root,
    cluster: join(root, 'cluster'),
    password: join(root, 'password'),
    lock: join(root, 'lock'),
    log: join(root, 'server.log'),
  };
}
