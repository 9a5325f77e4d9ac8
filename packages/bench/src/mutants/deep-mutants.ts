import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';
import type { Mutant } from './mutant.ts';
import { MUTANT_AREAS } from './mutants.ts';
import { runTests } from './run-tests.ts';
import { misplaced, ScratchTree } from './scratch-tree.ts';

/** What became of a mutant, and the test that saw it. */
interface Outcome extends Pick<Mutant, 'fault' | 'file' | 'from' | 'to'> {
  readonly area: string;
  readonly result: 'KILLED' | 'SURVIVED';
  readonly killedBy: { readonly file: string; readonly test: string } | null;
}

/** Puts each fault of the tables into a copy of the tree and runs the tests that are to see it. */
export const MUTANTS_RUN: DeepRun = async (onProgress) => {
  const planned = MUTANT_AREAS.flatMap(({ name: area, mutants }) =>
    mutants.map((mutant) => ({ area, mutant })),
  );
  const wrong = misplaced(planned.map(({ mutant }) => mutant));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  // A result stays as long as its mutant does, so that a table may grow between two runs.
  const kept = new KeptRounds<Outcome>('mutants', {});
  const stopped = untilSignal();
  const tree = new ScratchTree();
  try {
    // What survived is tried again: its tests may be better now.
    const killed = kept.rounds.filter(({ result }) => result === 'KILLED');
    const known = new Map(killed.map((outcome) => [keyOf(outcome), outcome]));
    const waiting = planned.filter(({ mutant }) => !known.has(keyOf(mutant)));
    if (waiting.length > 0) {
      const tests = [...new Set(waiting.flatMap(({ mutant }) => mutant.tests))];
      onProgress(`Without a fault: ${tests.length} test files`);
      const whole = await stopped.or(runTests(tree.directory, tests));
      if (whole.kind === 'FAILED')
        throw new Error(`${whole.file} fails without a fault: ${whole.test}`);
    }
    for (const [index, { area, mutant }] of waiting.entries()) {
      const ended = await stopped.or(
        tree.with(mutant, () => runTests(tree.directory, mutant.tests)),
      );
      const { fault, file, from, to } = mutant;
      const result = ended.kind === 'FAILED' ? 'KILLED' : 'SURVIVED';
      const killedBy = ended.kind === 'FAILED' ? { file: ended.file, test: ended.test } : null;
      const outcome: Outcome = { area, fault, file, from, to, result, killedBy };
      onProgress(`${index + 1} of ${waiting.length}: ${result} ${fault}`);
      kept.keep(outcome);
      known.set(keyOf(mutant), outcome);
    }
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
  } finally {
    tree.remove();
    stopped.release();
  }
};

function keyOf({ file, from, to }: Pick<Mutant, 'file' | 'from' | 'to'>): string {
  return `${file}\n${from}\n${to}`;
}
