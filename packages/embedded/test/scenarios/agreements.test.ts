import { boundScenarios } from './agreements/bound.ts';
import { caseworkPurposeScenarios } from './agreements/casework-purposes.ts';
import { partyScenarios } from './agreements/parties.ts';
import { partnershipScenarios } from './agreements/partnership.ts';
import { publishedScenarios } from './agreements/published.ts';
import { reviewPurposeScenarios } from './agreements/review-purposes.ts';
import { versionScenarios } from './agreements/versions.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of the agreements themselves: what they say, which are in force, and what may be done under them.
const scene = setScene();

publishedScenarios(scene);
versionScenarios(scene);
partnershipScenarios(scene);
reviewPurposeScenarios(scene);
caseworkPurposeScenarios(scene);
partyScenarios(scene);
boundScenarios(scene);
