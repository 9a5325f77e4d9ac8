import { parseArgs } from 'node:util';
import { runCaseload } from './caseload/run-caseload.ts';
import { caseloadTable } from './caseload/table.ts';
import { writeEvidence } from './command/evidence.ts';
import { plainFailure } from './command/plain-failure.ts';
import { printProgress } from './command/progress.ts';
import { UNKNOWN_NAME_STATUS, unknownName } from './command/unknown-name.ts';
import { wholeNumber } from './command/whole-number.ts';
import { policyCostText, runPolicyCost } from './policy-cost/run-policy-cost.ts';
import { runPolicyPreview } from './policy-preview/run-policy-preview.ts';
import { previewTable } from './policy-preview/table.ts';

/** What came of a benchmark: its figures, and the same as a text to read. */
interface Measured {
  readonly figures: object;
  readonly text: string;
}

interface Given {
  readonly episodes: number;
  readonly rounds: number;
  readonly requests: number;
  readonly seed: number;
}

const BENCHMARKS: Readonly<Record<string, (given: Given) => Promise<Measured>>> = {
  caseload: async (given) => {
    const settings = { ...given, connections: 8, principals: 8 };
    const figures = await runCaseload(settings, { rounds: [], keep: () => {} }, printProgress);
    return { figures, text: caseloadTable(figures) };
  },
  'policy-cost': async ({ rounds, requests }) => {
    const figures = await runPolicyCost({ rounds, requests }, printProgress);
    return { figures, text: policyCostText(figures) };
  },
  'policy-preview': async ({ episodes, rounds }) => {
    const figures = await runPolicyPreview({ episodes, rounds, sessions: 2 }, printProgress);
    return { figures, text: previewTable(figures) };
  },
};

/** `npm run -s bench -- <name> [--json] [--evidence] [--episodes N] [--rounds N] [--requests N] [--seed N]`. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      evidence: { type: 'boolean', default: false },
      episodes: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '5' },
      requests: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
    },
  });
  const [name] = positionals;
  const benchmark =
    name !== undefined && Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
  if (name === undefined || benchmark === undefined) {
    process.stderr.write(`${unknownName(name, Object.keys(BENCHMARKS))}\n`);
    return UNKNOWN_NAME_STATUS;
  }
  const { figures, text } = await benchmark({
    episodes: wholeNumber('episodes', values.episodes),
    rounds: wholeNumber('rounds', values.rounds),
    requests: wholeNumber('requests', values.requests),
    seed: wholeNumber('seed', values.seed),
  });
  if (values.evidence) printProgress(`Written: ${writeEvidence(name, figures)}`);
  process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : text);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${plainFailure(error)}\n`);
  process.exitCode = 1;
}
