import { matchingScenarios } from './data-in/matching.ts';
import { poolScenarios } from './data-in/pool.ts';
import { sendingScenarios } from './data-in/sending.ts';
import { setScene } from './vocabulary/scene.ts';

// Scenarios of what sources send, of who says whose it is, and of how long it waits.
const scene = setScene();

sendingScenarios(scene);
matchingScenarios(scene);
poolScenarios(scene);
