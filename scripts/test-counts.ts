import { readFileSync } from 'node:fs';

/** How many tests passed and failed. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

interface Report {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Counts vitest's JSON report. Whatever did not pass counts as failed: a skipped or unfinished test,
 * a file that does not load, a run that crashed, and a run of no tests at all.
 */
export function countTests(reportFile: string, exitCode: number): TestCounts {
  const report = readReport(reportFile);
  if (report === null) return { passed: 0, failed: 1 };
  const statuses = report.testResults.flatMap((file) => {
    const tests = file.assertionResults.map((test) => test.status);
    const loaded = file.status === 'passed' || tests.includes('failed');
    return loaded && tests.length > 0 ? tests : [...tests, 'failed'];
  });
  const passed = statuses.filter((status) => status === 'passed').length;
  const failed = statuses.length - passed;
  // An error outside any test shows only in how vitest ended.
  const unexplained = (exitCode !== 0 && failed === 0) || statuses.length === 0;
  return { passed, failed: unexplained ? failed + 1 : failed };
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}
