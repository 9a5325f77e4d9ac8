import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './repository.ts';

/** How a command ended and what it said. */
export interface CommandResult {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

// Vitest's own settings would put a command into test mode.
const INHERITED = Object.fromEntries(
  ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  }),
);

/** Runs one of Postern's commands, by its file, with settings beside the environment's own. */
export function runCommand(
  file: string,
  args: readonly string[] = [],
  settings: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, file), ...args],
      { cwd: ROOT, env: { ...INHERITED, ...settings }, maxBuffer: 64 * 1024 * 1024 },
      (error, output, errors) =>
        resolve({ status: error === null ? 0 : Number(error.code ?? 1), output, errors }),
    );
  });
}
