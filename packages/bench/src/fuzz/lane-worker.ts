import { parentPort, workerData } from 'node:worker_threads';
import { externalDatabase } from '@postern/database';
import { Coverage, describeFailure, runFuzz } from '@postern/fuzz';
import { openFuzzedStack } from './fuzzed-stack.ts';
import type { LaneAnswer, LaneGiven, LaneRound } from './lane.ts';

// A thread of its own: client, gateway and judge of one lane leave no room for those of another.
const given: LaneGiven = workerData;
const port = parentPort;
if (port === null) throw new TypeError('A lane runs as a worker thread.');
const stack = await openFuzzedStack(externalDatabase(given.databaseUrl));
const answer = (message: LaneAnswer): void => port.postMessage(message);

port.on('message', async ({ run }: LaneRound) => {
  const coverage = new Coverage();
  const started = performance.now();
  const failure = await runFuzz(run, stack.world, coverage);
  answer({
    failure: failure === null ? null : describeFailure(failure),
    figures: coverage.figures(),
    seconds: (performance.now() - started) / 1_000,
    coordinates: [...stack.world.planted],
  });
});
