import { challengingScenarios } from './justifying/challenging.ts';
import { decidingScenarios } from './justifying/deciding.ts';
import { decidingTogetherScenarios } from './justifying/deciding-together.ts';
import { hostileInput } from './justifying/hostile-input.ts';
import { recordingScenarios } from './justifying/recording.ts';
import { reportOfOthersScenarios } from './justifying/report-of-others.ts';
import { sendingInScenarios } from './justifying/sending-in.ts';
import { usedWhileChallengedScenarios } from './justifying/used-while-challenged.ts';
import { watchedForScenarios } from './justifying/watched-for.ts';
import { watchingScenarios } from './justifying/watching.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of how justifications come about, and of who watches over access.
const scene = setScene();

sendingInScenarios(scene);
decidingTogetherScenarios(scene);
decidingScenarios(scene);
challengingScenarios(scene);
recordingScenarios(scene);
watchingScenarios(scene);
usedWhileChallengedScenarios(scene);
watchedForScenarios(scene);
reportOfOthersScenarios(scene);
hostileInput(scene);
