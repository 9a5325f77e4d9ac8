import { comingBackScenarios } from './membership/coming-back.ts';
import { joiningScenarios } from './membership/joining.ts';
import { ownPeopleScenarios } from './membership/own-people.ts';
import { peopleScenarios } from './membership/people.ts';
import { providerScenarios } from './membership/providers.ts';
import { rejoiningScenarios } from './membership/rejoining.ts';
import { secondPersonScenarios } from './membership/second-person.ts';
import { signingAgainScenarios } from './membership/signing-again.ts';
import { stayingAndLeavingScenarios } from './membership/staying-and-leaving.ts';
import { watcherScenarios } from './membership/watchers.ts';
import { missingScenarios } from './membership/what-is-missing.ts';
import { Membership } from './vocabulary/membership.ts';
import { setScene } from './vocabulary/scene.ts';

// The scenarios of how agencies and people come to take part, and of how that ends.
const scene = setScene();
const membership = new Membership(scene);

joiningScenarios(scene, membership);
stayingAndLeavingScenarios(scene, membership);
signingAgainScenarios(scene, membership);
peopleScenarios(scene, membership);
missingScenarios(scene, membership);
comingBackScenarios(scene, membership);
rejoiningScenarios(scene, membership);
watcherScenarios(scene, membership);
providerScenarios(scene, membership);
secondPersonScenarios(scene, membership);
ownPeopleScenarios(scene, membership);
