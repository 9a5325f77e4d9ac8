import { agendaScenarios } from './panel/agendas.ts';
import { bringingScenarios } from './panel/bringing.ts';
import { closingScenarios } from './panel/closing.ts';
import { hearingScenarios } from './panel/hearing.ts';
import { hearsBackScenarios } from './panel/hearing-back.ts';
import { professionalsScenarios } from './panel/professionals.ts';
import { referringScenarios } from './panel/referring.ts';
import { setScene } from './vocabulary/scene.ts';

// Scenarios of the consultation panel and of professionals who meet without the family.
const scene = setScene();

referringScenarios(scene);
agendaScenarios(scene);
hearingScenarios(scene);
bringingScenarios(scene);
hearsBackScenarios(scene);
closingScenarios(scene);
professionalsScenarios(scene);
