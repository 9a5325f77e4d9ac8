import { justificationScenarios } from './classed-data/justifications.ts';
import { lawScenarios } from './classed-data/law.ts';
import { policyDocumentScenarios } from './classed-data/policy-document.ts';
import { purposeScenarios } from './classed-data/purposes.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of what opens an item of a restricted class.
const scene = setScene();

justificationScenarios(scene);
lawScenarios(scene);
policyDocumentScenarios(scene);
purposeScenarios(scene);
