import { extractScenarios } from './transfers/extracts.ts';
import { outOfCountyScenarios } from './transfers/out-of-county.ts';
import { pickingScenarios } from './transfers/picking.ts';
import { securedScenarios } from './transfers/secured.ts';
import { steppingDownScenarios } from './transfers/stepping-down.ts';
import { steppingUpScenarios } from './transfers/stepping-up.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of what leaves an episode: for social care, for another authority, for government.
const scene = setScene();

steppingUpScenarios(scene);
pickingScenarios(scene);
steppingDownScenarios(scene);
outOfCountyScenarios(scene);
extractScenarios(scene);
securedScenarios(scene);
