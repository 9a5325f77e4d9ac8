import { accuracyScenarios } from './sharing/accuracy.ts';
import { requestScenarios } from './sharing/requests.ts';
import { setScene } from './vocabulary/scene.ts';

// What agencies ask of each other, and what they put right.
const scene = setScene();

requestScenarios(scene);
accuracyScenarios(scene);
