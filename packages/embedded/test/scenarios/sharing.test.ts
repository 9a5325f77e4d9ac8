import { accuracyScenarios } from './sharing/accuracy.ts';
import { anyScriptScenarios } from './sharing/any-script.ts';
import { learningScenarios } from './sharing/learning.ts';
import { relatedSharingScenarios } from './sharing/related.ts';
import { relatedContactScenarios } from './sharing/related-contacts.ts';
import { requestScenarios } from './sharing/requests.ts';
import { setScene } from './vocabulary/scene.ts';

// Scenarios of what agencies ask of each other, what they put right, and what they learn.
const scene = setScene();

requestScenarios(scene);
anyScriptScenarios(scene);
accuracyScenarios(scene);
learningScenarios(scene);
relatedSharingScenarios(scene);
relatedContactScenarios(scene);
