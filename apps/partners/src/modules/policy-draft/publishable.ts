import { PROOF_SCOPE } from '@postern/agreements';
import type { Rule } from '@postern/policy';
import { prove } from '@postern/policy';
import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { RuleSet } from './changes/rule-body.ts';
import type { Made } from './guards/as-approved.ts';
import { requireAsApproved } from './guards/as-approved.ts';
import { requireCycleCanAct } from './guards/cycle-can-act.ts';
import { requireValidRules } from './validation.ts';

/** Stories that one answer tells. */
const MOST_STORIES = 20;

/** Rules that may become the version in force. Whoever publishes takes nothing else, and only the check makes one. */
export class Publishable {
  readonly #rules: RuleSet;
  /** The same, read. */
  readonly read: readonly Rule[];

  private constructor(rules: RuleSet, read: readonly Rule[]) {
    this.#rules = rules;
    this.read = read;
  }

  get rules(): RuleSet {
    return this.#rules;
  }

  /**
   * Asks of rules all that is asked of a version before it is in force, whichever way it comes to be: each is valid, none
   * but what somebody looked at is otherwise than it was sealed, the obligations are proved, and the cycle can act.
   * @throws CommandRefused POLICY_RULE_INVALID, POLICY_RULE_ALTERED, POLICY_UNPROVED, POLICY_CYCLE_BROKEN
   */
  static of(
    made: Made,
    { dictionary, policySchema }: Pick<CommandCall<unknown>, 'dictionary' | 'policySchema'>,
  ): Publishable {
    const read = requireValidRules(made.rules, policySchema);
    requireAsApproved(made);
    const stories = prove(read, dictionary, PROOF_SCOPE).map(({ story }) => story);
    if (stories.length > 0)
      throw new CommandRefused('POLICY_UNPROVED', { stories: stories.slice(0, MOST_STORIES) });
    requireCycleCanAct(read, dictionary);
    return new Publishable(made.rules, read);
  }
}
