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
import { unfinishedFacts } from './unfinished.ts';
import { unlockedFacts } from './unlocked.ts';
import type { Whose } from './whose.ts';
import { MANY_ACCOUNTS, THE_CALLER } from './whose.ts';

/**
 * Opens every statement that reads data: the caller, the gate, the reach, the subtractions, what is unlocked, and where the
 * caller stands. With `asking`, the same facts of an account other than the token's.
 */
export function requestFacts(inForce: AgreementsInForce, asking: Asking = theCaller): SQL {
  return sql.join(
    [
      principalFacts(inForce, asking),
      gateFacts,
      unfinishedFacts(inForce),
      ...factsOf(THE_CALLER),
      standingFacts,
    ],
    sql`,\n`,
  );
}

/**
 * The same facts of many accounts at once, each row with its `account_id`; where they stand is not among them. Without
 * hidden details where nothing asks for one: a fact of which nothing is made would keep those that it is made of.
 */
export function factsOfMany(
  inForce: AgreementsInForce,
  asking: Asking,
  asksForHidden: boolean,
): SQL {
  const facts = factsOf(MANY_ACCOUNTS, asksForHidden);
  return sql.join([principalFacts(inForce, asking), gateFacts, ...facts], sql`,\n`);
}

function factsOf(whose: Whose, asksForHidden = true): readonly SQL[] {
  return [
    reachFacts(whose),
    colleagueFacts(whose),
    concernedFacts(whose),
    ...(asksForHidden ? [hiddenFacts(whose)] : []),
    unlockedFacts(whose),
  ];
}
