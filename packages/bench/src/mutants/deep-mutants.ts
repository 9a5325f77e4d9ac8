import { availableParallelism } from 'node:os';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';
import type { Mutant } from './mutant.ts';
import { MUTANT_AREAS } from './mutants.ts';
import type { Failed } from './run-tests.ts';
import { fileOf, runTests, runTestsInTurn } from './run-tests.ts';
import { misplaced, ScratchTree } from './scratch-tree.ts';
import { startSharedServer } from './shared-server.ts';

/** What became of a mutant, and the test that saw it. */
interface Outcome extends Pick<Mutant, 'fault' | 'file' | 'from' | 'to'> {
  readonly area: string;
  readonly result: 'KILLED' | 'SURVIVED';
  readonly killedBy: Pick<Failed, 'file' | 'test' | 'said'> | null;
  readonly seconds: number;
}

interface Planned {
  readonly area: string;
  readonly mutant: Mutant;
}

/** Trees in which mutants are tried side by side: each runs one file of tests and the database that it asks. */
const MOST_TREES = 4;

/** Puts each fault of the tables into a copy of the tree and runs the tests that are to see it. */
export const MUTANTS_RUN: DeepRun = async (onProgress) => {
  const planned = MUTANT_AREAS.flatMap(({ name: area, mutants }) =>
    mutants.map((mutant): Planned => ({ area, mutant })),
  );
  const wrong = misplaced(planned.map(({ mutant }) => mutant));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  // A result stays as long as its mutant does, so that a table may grow between two runs.
  const kept = new KeptRounds<Outcome>('mutants', {});
  // What survived is tried again: its tests may be better now.
  const killed = kept.rounds.filter(({ result }) => result === 'KILLED');
  const known = new Map(killed.map((outcome) => [keyOf(outcome), outcome]));
  const waiting = planned.filter(({ mutant }) => !known.has(keyOf(mutant)));
  let tried = 0;
  await tryAll(waiting, onProgress, (outcome) => {
    tried += 1;
    onProgress(`${tried} of ${waiting.length}: ${outcome.result} ${outcome.fault}`);
    kept.keep(outcome);
    known.set(keyOf(outcome), outcome);
  });

  const outcomes = planned.flatMap(({ mutant }) => known.get(keyOf(mutant)) ?? []);
  const survivors = outcomes.filter(({ result }) => result === 'SURVIVED');
  const figures = {
    run: 'mutants',
    date: new Date().toISOString(),
    planned: planned.length,
    mutants: outcomes.length,
    killed: outcomes.length - survivors.length,
    survived: survivors.length,
    byArea: Object.fromEntries(MUTANT_AREAS.map(({ name, mutants }) => [name, mutants.length])),
    outcomes,
  };
  onProgress(`Written: ${writeEvidence('mutants', figures)}`);
  if (survivors.length === 0) kept.clear();
  return `${figures.killed} of ${figures.mutants} mutants killed.\n${survivors.map(({ fault, file }) => `SURVIVED ${file}: ${fault}\n`).join('')}`;
};

/** Tries mutants, several at once, after a look that their tests pass without any. */
async function tryAll(
  waiting: readonly Planned[],
  onProgress: (line: string) => void,
  onOutcome: (outcome: Outcome) => void,
): Promise<void> {
  if (waiting.length === 0) return;
  const stopped = untilSignal();
  const server = await startSharedServer();
  const trees: ScratchTree[] = [];
  try {
    const many = Math.min(MOST_TREES, availableParallelism(), waiting.length);
    while (trees.length < many) trees.push(new ScratchTree(server.url));
    const [first] = trees;
    const tests = [...new Set(waiting.flatMap(({ mutant }) => mutant.tests.map(fileOf)))];
    onProgress(`Without a fault: ${tests.length} test files`);
    if (first === undefined) return;
    const whole = await stopped.or(runTests(first.directory, tests));
    if (whole.kind !== 'PASSED')
      throw new Error(`${whole.file} does not pass without a fault: ${JSON.stringify(whole)}`);
    const left = waiting.values();
    await stopped.or(
      Promise.all(
        trees.map(async (tree) => {
          for (const one of left) onOutcome(await outcomeOf(one, tree));
        }),
      ),
    );
  } finally {
    for (const tree of trees) tree.remove();
    await server.stop();
    stopped.release();
  }
}

async function outcomeOf({ area, mutant }: Planned, tree: ScratchTree): Promise<Outcome> {
  const started = performance.now();
  const ended = await tree.with(mutant, () => runTestsInTurn(tree.directory, mutant.tests));
  const { fault, file, from, to } = mutant;
  const seconds = Math.round((performance.now() - started) / 1_000);
  return ended.kind !== 'FAILED'
    ? { area, fault, file, from, to, result: 'SURVIVED', killedBy: null, seconds }
    : {
        ...{ area, fault, file, from, to, result: 'KILLED', seconds },
        killedBy: { file: ended.file, test: ended.test, said: ended.said },
      };
}

function keyOf({ file, from, to }: Pick<Mutant, 'file' | 'from' | 'to'>): string {
  return `${file}\n${from}\n${to}`;
}
