import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** A folder of a test's own for one installation; the caller removes it. */
export function newHome(): { readonly path: string; remove(): Promise<void> } {
  const path = mkdtempSync(join(tmpdir(), 'postern-home-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A port that nothing uses at the moment. */
export async function unusedPort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The process number of the PostgreSQL of a home; null where there is no such file. */
export function serverPid(home: string): number | null {
  try {
    const file = readFileSync(join(home, 'database', 'cluster', 'postmaster.pid'), 'utf8');
    return Number(file.split('\n')[0]);
  } catch {
    return null;
  }
}

export function isAlive(pid: number | null): boolean {
  if (pid === null) return false;
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A real Postern in a process group of its own, as a terminal would start it. */
export class PosternProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<number>;
  #output = '';
  #errors = '';

  constructor(environment: Readonly<Record<string, string>>, command: readonly string[] = [MAIN]) {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(NODE_ENV|VITEST.*|PORT|POSTERN_.*|DATABASE_URL.*)$/.test(name),
    );
    this.#child = spawn(process.execPath, [...command], {
      env: { ...Object.fromEntries(inherited), ...environment },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#errors += chunk.toString();
    });
    this.#ended = once(this.#child, 'close').then(
      ([code, signal]: (number | string | null)[]) =>
        (typeof code === 'number' ? code : -1) || (signal === null ? 0 : -1),
    );
    onTestFinished(async () => {
      if (this.#child.exitCode === null && this.#child.signalCode === null) {
        this.signal('SIGTERM');
        await this.#ended;
      }
    });
  }

  get output(): string {
    return this.#output;
  }

  get errors(): string {
    return this.#errors;
  }

  /** The exit code, or -1 when a signal ended it. */
  ended(): Promise<number> {
    return this.#ended;
  }

  /** Resolves when the text has been printed; rejects when the process ends without. */
  async printed(text: string): Promise<void> {
    const gone = this.#ended.then(() => {
      if (!this.#output.includes(text))
        throw new Error(`ended without "${text}":\n${this.#output}${this.#errors}`);
    });
    while (!this.#output.includes(text))
      await Promise.race([once(this.#child.stdout ?? this.#child, 'data'), gone]);
  }

  ready(): Promise<void> {
    return this.printed('Stop with Ctrl-C.');
  }

  /** Sends a signal to the whole group, as Ctrl-C in a terminal does. */
  signal(name: NodeJS.Signals): void {
    process.kill(-(this.#child.pid ?? Number.NaN), name);
  }

  async stopped(name: NodeJS.Signals = 'SIGTERM'): Promise<number> {
    this.signal(name);
    return this.#ended;
  }
}
