import { familyChoiceScenarios } from './recording/family-choice.ts';
import { freeTextScenarios } from './recording/free-text.ts';
import { keepingRightScenarios } from './recording/keeping-right.ts';
import { keepingUpScenarios } from './recording/keeping-up.ts';
import { workScenarios } from './recording/the-work.ts';
import { setScene } from './vocabulary/scene.ts';

// Scenarios of what is written down about a family and the work with it, by whom, and what is kept of it.
const scene = setScene();

workScenarios(scene);
keepingRightScenarios(scene);
familyChoiceScenarios(scene);
freeTextScenarios(scene);
keepingUpScenarios(scene);
