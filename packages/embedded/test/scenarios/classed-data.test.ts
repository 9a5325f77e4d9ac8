import { basisScenarios } from './classed-data/bases.ts';
import { confidenceScenarios } from './classed-data/confidence.ts';
import { justificationScenarios } from './classed-data/justifications.ts';
import { lawScenarios } from './classed-data/law.ts';
import { morePowersOfDevonScenarios } from './classed-data/more-powers-of-devon.ts';
import { policyDocumentScenarios } from './classed-data/policy-document.ts';
import { powersOfDevonScenarios } from './classed-data/powers-of-devon.ts';
import { powersOfOthersScenarios } from './classed-data/powers-of-others.ts';
import { purposeScenarios } from './classed-data/purposes.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of what opens an item of a restricted class.
const scene = setScene();

basisScenarios(scene);
confidenceScenarios(scene);
justificationScenarios(scene);
lawScenarios(scene);
morePowersOfDevonScenarios(scene);
policyDocumentScenarios(scene);
powersOfDevonScenarios(scene);
powersOfOthersScenarios(scene);
purposeScenarios(scene);
