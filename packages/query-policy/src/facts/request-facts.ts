import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { colleagueFacts } from './colleagues.ts';
import { concernedFacts } from './concerned.ts';
import { hiddenFacts } from './hidden.ts';
import type { AgreementInForce } from './principal.ts';
import { gateFacts, principalFacts } from './principal.ts';
import { reachFacts } from './reach.ts';
import { standingFacts } from './standing.ts';
import { unlockedFacts } from './unlocked.ts';

/** Opens every statement that reads data: the caller, the gate, the reach, the subtractions, what is unlocked, and where the caller stands. */
export function requestFacts(inForce: AgreementInForce): SQL {
  return sql.join(
    [
      principalFacts(inForce),
      gateFacts,
      reachFacts,
      colleagueFacts,
      concernedFacts,
      hiddenFacts,
      unlockedFacts,
      standingFacts,
    ],
    sql`,\n`,
  );
}
