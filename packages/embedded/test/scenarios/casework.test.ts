import { conflictAndScreeningScenarios } from './casework/conflicts-and-screening.ts';
import { earlierAssessmentScenarios } from './casework/earlier-assessments.ts';
import { familyAgreementScenarios } from './casework/family-agreement-and-exclusions.ts';
import { grantScenarios } from './casework/grants-and-episodes.ts';
import { namedPersonsScenarios } from './casework/named-persons.ts';
import { recordSharingScenarios } from './casework/record-sharing.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of what the team around a family reads of its episode.
const scene = setScene();

grantScenarios(scene);
conflictAndScreeningScenarios(scene);
familyAgreementScenarios(scene);
recordSharingScenarios(scene);
earlierAssessmentScenarios(scene);
namedPersonsScenarios(scene);
