import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A TypeScript file of this folder, running in a process of its own. */
export interface Running {
  readonly child: ChildProcess;
  /** The first line it prints; rejects when it ends without one. */
  readonly firstLine: Promise<string>;
}

/** Starts a file of this folder with the Node that runs the tests. */
export function startProcess(file: string, ...programArguments: readonly string[]): Running {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path, ...programArguments], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const firstLine = Promise.race([
    once(lines, 'line').then(([line]) => String(line)),
    once(child, 'close').then(() => Promise.reject(new Error(`${file} ended without a line`))),
  ]);
  return { child, firstLine };
}

/** Ends a process at once, as `kill -9` does. */
export async function killAtOnce(running: Running): Promise<void> {
  const ended = once(running.child, 'exit');
  running.child.kill('SIGKILL');
  await ended;
}
