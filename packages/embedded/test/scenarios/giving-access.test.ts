import { askingScenarios } from './giving-access/asking.ts';
import { grantingScenarios } from './giving-access/granting.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of how access is asked for, given and taken away.
const scene = setScene();

grantingScenarios(scene);
askingScenarios(scene);
