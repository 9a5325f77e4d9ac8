import { childrenScenarios } from './family/children.ts';
import { householdAndAgreementScenarios } from './family/household-and-agreement.ts';
import { ownPartScenarios } from './family/own-part.ts';
import { youngPersonsLimitScenarios } from './family/young-persons-limit.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of people of a family: what they read of themselves and of their children.
const scene = setScene();

ownPartScenarios(scene);
childrenScenarios(scene);
householdAndAgreementScenarios(scene);
youngPersonsLimitScenarios(scene);
