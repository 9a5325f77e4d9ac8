import type { AgreementsInForce } from '@postern/policy';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { colleagueFacts } from './colleagues.ts';
import { concernedFacts } from './concerned.ts';
import { hiddenFacts } from './hidden.ts';
import { gateFacts } from './preconditions.ts';
import type { Asking } from './principal.ts';
import { principalFacts, theCaller } from './principal.ts';
import { reachFacts } from './reach.ts';
import { standingFacts } from './standing.ts';
import { unlockedFacts } from './unlocked.ts';

/**
 * Opens every statement that reads data: the caller, the gate, the reach, the subtractions, what is unlocked, and where the
 * caller stands. With `asking`, the same facts of an account other than the token's: inside a LATERAL, of one account after another.
 */
export function requestFacts(inForce: AgreementsInForce, asking: Asking = theCaller): SQL {
  return sql.join(
    [
      principalFacts(inForce, asking),
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
