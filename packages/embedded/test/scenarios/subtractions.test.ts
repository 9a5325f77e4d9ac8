import { exclusionAndConflictScenarios } from './subtractions/exclusions-and-conflicts.ts';
import { purposeLockScenarios } from './subtractions/purpose-locks.ts';
import { restrictionScenarios } from './subtractions/restrictions.ts';
import { stricterClassScenarios } from './subtractions/stricter-class.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of what is taken away from a reader whom the rules would let read it.
const scene = setScene();

exclusionAndConflictScenarios(scene);
restrictionScenarios(scene);
purposeLockScenarios(scene);
stricterClassScenarios(scene);
