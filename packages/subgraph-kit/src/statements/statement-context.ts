import type {
  Action,
  Condition,
  Coordinate,
  DataDictionary,
  FieldDecision,
  PolicyAbility,
  WithheldReason,
} from '@postern/policy';
import {
  decideField,
  FAMILY_ROLES,
  hiddenWith,
  isOfDetails,
  NEVER,
  OVERRIDE_ROLE,
  reasonFor,
  substitute,
  unlessOverriding,
} from '@postern/policy';
import { ReachAnswers } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import type { Standing } from '../fetching/standing.ts';
import type { ResourceDefinition } from '../resources/resource.ts';
import type { CompiledRows, RowsRequest } from './rows.ts';

/** A field's decision for one standing, and what is told where it is withheld. */
export interface StandingDecision extends FieldDecision {
  readonly reason: WithheldReason;
}

/** What compiling one statement draws on. */
export interface StatementContext {
  readonly dictionary: DataDictionary;
  readonly resources: ReadonlyMap<string, ResourceDefinition>;
  /** Whether one of these details is hidden from the caller somewhere in their reach. */
  hides(details: readonly Coordinate[]): boolean;
  /** Whether the caller has an override, to which some of what is hidden yields. */
  readonly overrides: boolean;
  /** Whether the caller has unlocked any class at all. */
  readonly unlocked: boolean;
  /** What the statement asks of reach; it begins with their facts. */
  readonly answers: ReachAnswers;
  decide(type: string, field: string, action?: Action): StandingDecision;
  /** Compiles a level below; a level and its fields need each other. */
  compileRows(request: RowsRequest): CompiledRows;
  /** A table alias that the statement has not used yet. */
  nextAlias(): string;
  /** Has a value read once beside the rows, for the ledger, and tells its position among {@link traces}. */
  trace(value: SQL): number;
  traces(): readonly SQL[];
}

export function statementContext(
  given: Pick<StatementContext, 'dictionary' | 'resources'> & {
    readonly ability: PolicyAbility;
    readonly standing: Standing;
    compileRows(request: RowsRequest, context: StatementContext): CompiledRows;
  },
): StatementContext {
  let used = 0;
  const traces: SQL[] = [];
  const decided = new Map<string, StandingDecision>();
  const context: StatementContext = {
    compileRows: (request) => given.compileRows(request, context),
    dictionary: given.dictionary,
    resources: given.resources,
    hides: (details) => hides(given.standing, details),
    overrides: given.standing.roles.includes(OVERRIDE_ROLE),
    unlocked: given.standing.unlocked.length > 0,
    answers: new ReachAnswers(),
    decide: (type, field, action = 'read') => {
      const key = `${action} ${type}.${field}`;
      const { standing, ability } = given;
      const known =
        decided.get(key) ?? decideFor(standing, decideField(ability, type, field, action));
      decided.set(key, known);
      return known;
    },
    nextAlias: () => {
      used += 1;
      return `t${used}`;
    },
    trace: (value) => traces.push(value) - 1,
    traces: () => traces,
  };
  return context;
}

function decideFor(standing: Standing, { released, disclosed }: FieldDecision): StandingDecision {
  return {
    released: forStanding(released, standing),
    disclosed: forStanding(disclosed, standing),
    reason: reasonFor(disclosed),
  };
}

/** What the caller's own facts already answer: only these details are hidden from them, and they have unlocked only these classes. */
function forStanding(condition: Condition, standing: Standing): Condition {
  return substitute(unlessOverriding(condition, standing.roles), (atom) => {
    if (isOfDetails(atom) && !hides(standing, hiddenWith(atom.coordinate))) return NEVER;
    // A young person's limit binds family members only.
    if (
      atom.predicate === 'limit.hides' &&
      !standing.roles.some((role) => FAMILY_ROLES.includes(role))
    )
      return NEVER;
    if (atom.predicate === 'justification.covers' && !standing.unlocked.includes(atom.class))
      return NEVER;
    return undefined;
  });
}

function hides({ hiding }: Standing, details: readonly Coordinate[]): boolean {
  return details.some((detail) => hiding.includes(detail));
}
