import { attackCounty, drawCounty, PROMISED } from '@postern/disclosure-attack';
import { protectLattice } from '@postern/disclosure-control';
import { writeEvidence } from '../command/evidence.ts';
import { untilSignal } from '../command/until-signal.ts';
import type { DeepRun } from '../deep-run.ts';
import { KeptRounds } from '../kept-rounds.ts';

const SETTINGS = { counties: 10_000, countiesPerTurn: 50, readers: PROMISED } as const;
const TURNS = SETTINGS.counties / SETTINGS.countiesPerTurn;

/** So many counties, one after another. */
interface Turn {
  readonly number: number;
  readonly seconds: number;
  readonly cells: number;
  readonly suppressed: number;
  readonly tried: number;
  readonly undecided: number;
  readonly unavoidable: number;
}

/**
 * 10,000 random small counties, published and attacked by every reader; ends at the first that gives a count away. What
 * was reached so far is the evidence, also of a run that is stopped.
 */
export const ATTACK_RUN: DeepRun = async (onProgress) => {
  const kept = new KeptRounds<Turn>('attack', SETTINGS);
  const stopped = untilSignal();
  try {
    for (let number = kept.rounds.length; number < TURNS; number += 1) {
      onProgress(`Counties ${number * SETTINGS.countiesPerTurn} and on, of ${SETTINGS.counties}`);
      kept.keep(await stopped.or(runTurn(number)));
      writeEvidence('attack', figuresOf(kept.rounds));
    }
    const { counties, tried, undecided } = figuresOf(kept.rounds);
    kept.clear();
    return `${counties} counties, ${tried} suppressed counts tried, none given away, ${undecided} undecided.\n`;
  } finally {
    stopped.release();
  }
};

async function runTurn(number: number): Promise<Turn> {
  const started = performance.now();
  const turn = { cells: 0, suppressed: 0, tried: 0, undecided: 0, unavoidable: 0 };
  const first = number * SETTINGS.countiesPerTurn;
  for (let seed = first; seed < first + SETTINGS.countiesPerTurn; seed += 1) {
    const found = await attackCounty(drawCounty(seed), protectLattice, SETTINGS.readers);
    const [breach] = found.breaches;
    if (breach !== undefined || found.contradictions > 0)
      throw new Error(`County ${seed} gives a count away: ${JSON.stringify(breach ?? null)}.`);
    turn.cells += found.cells;
    turn.suppressed += found.suppressed;
    turn.tried += found.tried;
    turn.undecided += found.undecided;
    turn.unavoidable += found.unavoidable.length;
    // Lets a signal in between two counties.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { ...turn, number, seconds: (performance.now() - started) / 1_000 };
}

function figuresOf(turns: readonly Turn[]) {
  const sum = (each: (turn: Turn) => number): number =>
    turns.reduce((total, turn) => total + each(turn), 0);
  return {
    run: 'attack',
    date: new Date().toISOString(),
    settings: SETTINGS,
    node: process.version,
    seconds: Math.round(sum(({ seconds }) => seconds)),
    counties: turns.length * SETTINGS.countiesPerTurn,
    cells: sum(({ cells }) => cells),
    suppressed: sum(({ suppressed }) => suppressed),
    /** Suppressed cells, times readers. */
    tried: sum(({ tried }) => tried),
    undecided: sum(({ undecided }) => undecided),
    /** Told by what had gone out before, however much was hidden since. */
    unavoidable: sum(({ unavoidable }) => unavoidable),
    /** The run ends at the first. */
    givenAway: 0,
  };
}
