// Runs every check and every test, always all of them, and ends with their counts.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './checks.ts';
import { CHECKS, passes } from './checks.ts';
import { runProgram } from './run-program.ts';
import { scratchFolder } from './scratch-folder.ts';
import { countTests } from './test-counts.ts';

let passed = 0;
let failed = 0;

for (const check of CHECKS) {
  if (await announce(check)) passed += 1;
  else failed += 1;
}

const folder = scratchFolder();
try {
  const report = join(folder, 'report.json');
  const vitest = await runProgram(
    ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    'shown',
    { TMPDIR: folder },
  );
  const counts = countTests(report, vitest.code);
  passed += counts.passed;
  failed += counts.failed;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`${passed} passed, ${failed} failed\n`);

async function announce(check: Check): Promise<boolean> {
  const started = performance.now();
  const { passed: ok, output } = await passes(check);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
  process.stdout.write(`${ok ? 'passed' : 'FAILED'}  ${check.that} (${seconds} s)\n`);
  return ok;
}
