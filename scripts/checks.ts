import { runProgram } from './run-program.ts';

/** One check beside the tests: what it shows, and the program that shows it. */
export interface Check {
  readonly that: string;
  readonly program: readonly string[];
}

/** Every check that `npm test` runs before the tests; each can be run alone as `npx <program>`. */
export const CHECKS: readonly Check[] = [
  { that: 'package manifests agree (sherif)', program: ['sherif'] },
  { that: 'format and lint (biome)', program: ['biome', 'check', '.'] },
  // In one program, which reads each file once; `turbo run typecheck` keeps what it found of each package.
  { that: 'types (tsc over every package)', program: ['tsc', '-p', 'scripts'] },
  {
    that: 'import directions (dependency-cruiser)',
    program: ['depcruise', 'apps', 'packages', '--config', '.dependency-cruiser.mjs'],
  },
  { that: 'nothing unused (knip)', program: ['knip'] },
];

/** Runs a check; what it said is worth showing only when it failed. */
export async function passes(check: Check): Promise<{ passed: boolean; output: string }> {
  const { code, output } = await runProgram(check.program, 'kept');
  return { passed: code === 0, output };
}
