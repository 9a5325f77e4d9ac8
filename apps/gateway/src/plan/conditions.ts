import type { DirectiveNode, VariableDefinitionNode, VariableNode } from 'graphql';
import { Kind } from 'graphql';
import { clientName, plannedName } from '../operation/planned-name.ts';

const PREFIX = '_all_';

/** A variable that `@include` (true) or `@skip` (false) names. */
export interface Condition {
  readonly variable: string;
  readonly value: boolean;
}

/** A variable of the plan's own: true when every condition on the way to a selection holds. */
export interface JoinedCondition {
  readonly name: string;
  readonly conditions: readonly Condition[];
}

/**
 * Writes the conditions under which selections stand. The planner takes in one for each selection only: it drops the outer
 * ones, and would have a mutation run that is excluded.
 */
export class ConditionWriter {
  readonly #joined = new Map<string, JoinedCondition>();

  get joined(): readonly JoinedCondition[] {
    return [...this.#joined.values()];
  }

  /** The definitions of the variables that were made. */
  definitions(): VariableDefinitionNode[] {
    return this.joined.map(({ name }) => ({
      kind: Kind.VARIABLE_DEFINITION,
      variable: variable(name),
      type: {
        kind: Kind.NON_NULL_TYPE,
        type: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Boolean' } },
      },
    }));
  }

  /** The directive that says all of these at once; none when there is nothing to say. */
  directives(conditions: readonly Condition[]): DirectiveNode[] {
    const [first, second] = conditions;
    if (first === undefined) return [];
    if (second === undefined) {
      return [directive(first.value ? 'include' : 'skip', plannedName(first.variable))];
    }
    const identity = conditions.map((each) => `${each.variable} ${each.value}`).join(' ');
    const known = this.#joined.get(identity);
    const joined = known ?? { name: `${PREFIX}${this.#joined.size}`, conditions };
    this.#joined.set(identity, joined);
    return [directive('include', joined.name)];
  }
}

/** Adds a selection's own conditions to those around it; null when a literal leaves it out of every answer. */
export function conditionsOf(
  directives: readonly DirectiveNode[] = [],
  around: readonly Condition[],
): readonly Condition[] | null {
  let all = around;
  for (const { name, arguments: given = [] } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const value = given.find((argument) => argument.name.value === 'if')?.value;
    const wanted = name.value === 'include';
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind !== Kind.VARIABLE) continue;
    const own = { variable: value.name.value, value: wanted };
    const isKnown = all.some((each) => each.variable === own.variable && each.value === wanted);
    if (!isKnown) all = [...all, own];
  }
  return all;
}

/** A request's variables with those that the plan made of them. */
export function withJoinedConditions(
  variables: Readonly<Record<string, unknown>>,
  joined: readonly JoinedCondition[],
): Readonly<Record<string, unknown>> {
  if (joined.length === 0) return variables;
  const made = joined.map(({ name, conditions }): [string, boolean] => [
    clientName(name),
    conditions.every(({ variable: given, value }) => (variables[given] === true) === value),
  ]);
  return { ...variables, ...Object.fromEntries(made) };
}

function directive(name: 'skip' | 'include', named: string): DirectiveNode {
  const argument = { kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: 'if' } } as const;
  return {
    kind: Kind.DIRECTIVE,
    name: { kind: Kind.NAME, value: name },
    arguments: [{ ...argument, value: variable(named) }],
  };
}

function variable(name: string): VariableNode {
  return { kind: Kind.VARIABLE, name: { kind: Kind.NAME, value: name } };
}
