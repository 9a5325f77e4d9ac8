import type { Log } from '@postern/gateway';
import type { OnCorruptRule } from '@postern/subgraph-kit';

/** How a process tells of rules of a live version that were set aside. */
export interface CorruptRules {
  readonly onCorruptRule: OnCorruptRule;
  /** How many there were since the process started, for `/metrics`. */
  count(): number;
}

/** Tells the log of each rule of each version once, whichever subgraph comes upon it first. */
export function corruptRules(log: Log): CorruptRules {
  const told = new Set<string>();
  return {
    onCorruptRule: ({ version, rule, code, part, expected }) => {
      const key = JSON.stringify([version, rule, code, part]);
      if (told.has(key)) return;
      told.add(key);
      log({
        event: 'ALARM',
        code: 'POLICY_CORRUPT',
        facts: { version, rule, problem: code, part, expected },
      });
    },
    count: () => told.size,
  };
}
