import { readFileSync } from 'node:fs';
import type { Connection, Statement } from '@postern/database';

/** Measures what statements cost the one session of a connection. */
export class BackendCpu {
  readonly #connection: Connection;
  readonly #pid: number;

  private constructor(connection: Connection, pid: number) {
    this.#connection = connection;
    this.#pid = pid;
  }

  /** The connection has one session. */
  static async of(connection: Connection): Promise<BackendCpu> {
    const [backend] = await connection.run<{ pid: number }>({
      text: 'SELECT pg_backend_pid() AS pid',
      values: [],
    });
    return new BackendCpu(connection, backend?.pid ?? 0);
  }

  /** Milliseconds of processor time: a machine that does other things at the same time does not show in it. */
  async spentOn(statement: Statement): Promise<number> {
    const before = this.#spent();
    await this.#connection.run(statement);
    return this.#spent() - before;
  }

  // Nanoseconds on a processor are the first figure of /proc/<pid>/schedstat (Linux).
  #spent(): number {
    return Number(readFileSync(`/proc/${this.#pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  }
}
