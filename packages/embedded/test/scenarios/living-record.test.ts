import { closingScenarios } from './living-record/closing.ts';
import { openingScenarios } from './living-record/opening.ts';
import { practiceScenarios } from './living-record/practice.ts';
import { referralWordsScenarios } from './living-record/referral-words.ts';
import { referringScenarios } from './living-record/referring.ts';
import { toldHereScenarios } from './living-record/told-here.ts';
import { setScene } from './vocabulary/scene.ts';

// Scenarios of how help to a family begins, goes on and ends.
const scene = setScene();

referringScenarios(scene);
referralWordsScenarios(scene);
openingScenarios(scene);
closingScenarios(scene);
practiceScenarios(scene);
toldHereScenarios(scene);
