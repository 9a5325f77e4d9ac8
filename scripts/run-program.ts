import { spawn } from 'node:child_process';

/** How a program of the toolchain ended; `output` is empty where it was shown. */
export interface ProgramResult {
  readonly code: number;
  readonly output: string;
}

/** Runs a program by name (scripts/run.mjs put the pinned ones first on the path), showing or keeping what it says. */
export function runProgram(
  [program = '', ...rest]: readonly string[],
  says: 'shown' | 'kept',
  settings: Readonly<Record<string, string>> = {},
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      stdio: says === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...settings, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('error', (error) => resolve({ code: 127, output: `${program}: ${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
