import type { Condition } from '../conditions/condition.ts';
import { ALWAYS, NEVER } from '../conditions/condition.ts';
import { and, not, or } from '../conditions/simplify.ts';
import { atomsOf, substitute } from '../conditions/substitute.ts';
import type { PredicateAtom, WithheldCode } from '../predicates/predicate.ts';
import { PREDICATES } from '../predicates/predicate.ts';
import type { Action } from '../rules/action.ts';
import type { FieldRule } from '../rules/expand-rule.ts';
import type { PolicyAbility } from './ability.ts';

/** What an ability says of one field before any row is known. */
export interface FieldDecision {
  /** The field is released where this holds; NEVER is a refusal in itself, not an absence. */
  readonly released: Condition;
  /** As `released`, with every protected subtraction taken as not recorded: where it fails, the reason may be told. */
  readonly disclosed: Condition;
}

const decided = new WeakMap<PolicyAbility, Map<string, FieldDecision>>();

/** Decides one field of one type, read or recorded: any allowing rule, and no denying one. No rule at all is NEVER. */
export function decideField(
  ability: PolicyAbility,
  type: string,
  field: string,
  action: Action = 'read',
): FieldDecision {
  const ofAbility = decided.get(ability) ?? new Map<string, FieldDecision>();
  decided.set(ability, ofAbility);
  const key = `${action} ${type}.${field}`;
  const decision = ofAbility.get(key) ?? decide(ability, type, field, action);
  ofAbility.set(key, decision);
  return decision;
}

function decide(
  ability: PolicyAbility,
  type: string,
  field: string,
  action: Action,
): FieldDecision {
  const released = releasedBy(ability.rulesFor(type, field, action));
  return { released, disclosed: substitute(released, silenced) };
}

/** Where rules about one field release it: where any of them allows, and none denies. */
export function releasedBy(rules: readonly FieldRule[]): Condition {
  const allowed = or(rules.filter((r) => r.rule.effect === 'ALLOW').map((r) => r.when));
  const denied = or(rules.filter((r) => r.rule.effect === 'DENY').map((r) => r.when));
  return and([allowed, not(denied)]);
}

function silenced(atom: PredicateAtom): Condition | undefined {
  return PREDICATES[atom.predicate].silent ? NEVER : undefined;
}

/** Why a field is withheld on a row that is visible, and what would change it. */
export interface WithheldReason {
  readonly code: WithheldCode;
  readonly clause: string;
  readonly remedy: string;
}

const ROLE_NOT_PERMITTED: WithheldReason = {
  code: 'ROLE_NOT_PERMITTED',
  clause: 'SHR-3.3.1',
  remedy:
    'Your role does not include this detail. Ask the lead professional if the family’s support needs it.',
};

/** Explains a withheld field: a justification where one would open it, otherwise the role. */
export function reasonFor(field: Condition): WithheldReason {
  const justified = substitute(field, (atom) =>
    atom.predicate === 'justification.covers' ? ALWAYS : undefined,
  );
  const asksForOne = atomsOf(field).some((atom) => atom.predicate === 'justification.covers');
  if (!asksForOne || justified.kind === 'NEVER') return ROLE_NOT_PERMITTED;
  const { code, clause, remedy } = PREDICATES['justification.covers'];
  return { code, clause, remedy };
}
