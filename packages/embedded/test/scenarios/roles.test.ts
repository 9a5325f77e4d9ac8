import { auditAndReviewScenarios } from './roles/audit-and-review.ts';
import { dataHubAndBoardScenarios } from './roles/data-hub-and-board.ts';
import { hostScenarios } from './roles/host.ts';
import { hubAndFrontDoorScenarios } from './roles/hub-and-front-door.ts';
import { officeScenarios } from './roles/offices.ts';
import { panelScenarios } from './roles/panel-and-consultation.ts';
import { referralAndGroupWorkScenarios } from './roles/referral-and-group-work.ts';
import { transferAndThirdPartyScenarios } from './roles/transfer-and-third-party.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of the roles beyond the team around a family.
const scene = setScene();

hubAndFrontDoorScenarios(scene);
panelScenarios(scene);
hostScenarios(scene);
referralAndGroupWorkScenarios(scene);
auditAndReviewScenarios(scene);
transferAndThirdPartyScenarios(scene);
officeScenarios(scene);
dataHubAndBoardScenarios(scene);
