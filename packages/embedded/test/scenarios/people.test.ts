import { adoptionScenarios } from './people/adopting.ts';
import { apartScenarios } from './people/apart.ts';
import { birthAndDeathScenarios } from './people/births-and-deaths.ts';
import { courtOrderScenarios } from './people/court-orders.ts';
import { detailScenarios } from './people/details.ts';
import { householdScenarios } from './people/households.ts';
import { matchingScenarios } from './people/matching.ts';
import { mergedAndHiddenScenarios } from './people/merged-and-hidden.ts';
import { mergingScenarios } from './people/merging.ts';
import { nameScenarios } from './people/names.ts';
import { responsibilityScenarios } from './people/responsibility.ts';
import { sealedPairScenarios } from './people/sealed-pairs.ts';
import { youngCarerScenarios } from './people/young-carers.ts';
import { setScene } from './vocabulary/scene.ts';

// Scenarios of who people are, with whom they live and where, as it is recorded.
const scene = setScene();

detailScenarios(scene);
householdScenarios(scene);
apartScenarios(scene);
birthAndDeathScenarios(scene);
mergingScenarios(scene);
mergedAndHiddenScenarios(scene);
nameScenarios(scene);
adoptionScenarios(scene);
responsibilityScenarios(scene);
matchingScenarios(scene);
courtOrderScenarios(scene);
youngCarerScenarios(scene);
sealedPairScenarios(scene);
