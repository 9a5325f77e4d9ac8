import { dataListScenarios } from './accountability/data-list.ts';
import { indicatorScenarios } from './accountability/indicators.ts';
import { provenanceScenarios } from './accountability/provenance.ts';
import { reportingScenarios } from './accountability/reporting.ts';
import { reportingToolScenarios } from './accountability/reporting-tools.ts';
import { toldOfPeopleScenarios } from './accountability/told-of-people.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of who wrote what, who read what, and what goes out as counts.
const scene = setScene();

provenanceScenarios(scene);
reportingScenarios(scene);
reportingToolScenarios(scene);
indicatorScenarios(scene);
toldOfPeopleScenarios(scene);
dataListScenarios();
