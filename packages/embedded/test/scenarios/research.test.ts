import { evaluationScenarios } from './research/evaluation.ts';
import { handingOnScenarios } from './research/handing-on.ts';
import { heldTogetherScenarios } from './research/held-together.ts';
import { notIdentifiableScenarios } from './research/not-identifiable.ts';
import { themeScenarios } from './research/themes.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of what is learnt from records without anybody of whom they are.
const scene = setScene();

themeScenarios(scene);
evaluationScenarios(scene);
handingOnScenarios(scene);
heldTogetherScenarios(scene);
notIdentifiableScenarios(scene);
