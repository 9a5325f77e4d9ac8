import { agencyScenarios } from './preconditions/agencies.ts';
import { signInScenarios } from './preconditions/sign-in.ts';
import { trainingScenarios } from './preconditions/training.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of who is let in at all.
const scene = setScene();

trainingScenarios(scene);
signInScenarios(scene);
agencyScenarios(scene);
