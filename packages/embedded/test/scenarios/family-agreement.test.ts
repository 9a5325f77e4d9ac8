import { afterEach, beforeAll } from 'vitest';
import { keep, putBack } from './family-agreement/agreeing.ts';
import { askingScenarios } from './family-agreement/asking.ts';
import { decliningScenarios } from './family-agreement/declining.ts';
import { excludingScenarios } from './family-agreement/excluding.ts';
import { growingScenarios } from './family-agreement/growing.ts';
import { limitingScenarios } from './family-agreement/limiting.ts';
import { withdrawingScenarios } from './family-agreement/withdrawing.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of what a family agrees to, keeps to itself and takes back.
const scene = setScene();
beforeAll(() => keep(scene));
afterEach(() => putBack(scene));

askingScenarios(scene);
decliningScenarios(scene);
withdrawingScenarios(scene);
excludingScenarios(scene);
limitingScenarios(scene);
growingScenarios(scene);
