import type { InputRewrite, RequiresSelection } from '@graphql-hive/router-query-planner';
import type { AnswerObject } from './answer-object.ts';
import { isAnswerObject, own } from './answer-object.ts';
import { rewriteOf } from './output-rewrite.ts';
import type { PossibleTypes } from './possible-types.ts';

/** An entity as a subgraph is asked for it: `__typename` and the fields the plan names, nothing else. */
export type Representation = Readonly<Record<string, unknown>>;

/**
 * Makes the representation of an object; null when the plan names no fields of its type, all of them are null, or one is
 * missing because the fetch that was to bring it failed: a subgraph would compute from what is not there.
 */
export type Representer = (entity: AnswerObject) => Representation | null;

/** What a plan says of representations. */
export interface Requirement {
  readonly requires: readonly RequiresSelection[];
  readonly rewrites: readonly InputRewrite[];
  readonly possible: PossibleTypes;
}

interface RequiredField {
  readonly read: string;
  readonly write: string;
  readonly nested: readonly RequiresSelection[] | null;
}

interface RequiredType {
  readonly typename: string;
  readonly fields: readonly RequiredField[];
}

/** Prepares a planner's `requires`. */
export function representer({ requires, rewrites, possible }: Requirement): Representer {
  const renamed = typenameSetters(rewrites, possible);
  const types = new Map<string, RequiredType>();
  return (entity) => {
    const typename = own(entity, '__typename');
    if (typeof typename !== 'string') return null;
    let required = types.get(typename);
    if (required === undefined) {
      const fields = requiredFields(requires, typename, possible);
      required = { typename: renamed.get(typename) ?? typename, fields };
      // Types that the plan asks nothing of are not kept: a faulty subgraph could send any number of names.
      if (fields.length > 0) types.set(typename, required);
    }
    const representation: AnswerObject = { __typename: required.typename };
    const filled = fill(representation, required.fields, entity, possible);
    return filled === 'FILLED' ? representation : null;
  };
}

/** Text that two representations share only when they are of the same entity, by the same key. */
export function identityOf(representation: Representation): string {
  const [, key, ...others] = Object.keys(representation);
  const value = key === undefined ? undefined : representation[key];
  // Most keys are one text; no type's name begins as JSON of an object does.
  return typeof value === 'string' && others.length === 0
    ? `${String(representation.__typename)} ${key} ${value}`
    : JSON.stringify(representation);
}

/** The fields required of one type, `__typename` left aside; without a type, of whatever lies there. */
function requiredFields(
  requires: readonly RequiresSelection[],
  typename: string | null,
  possible: PossibleTypes,
): RequiredField[] {
  return requires.flatMap((required): RequiredField[] => {
    if (required.kind === 'FragmentSpread') return [];
    if (required.kind === 'InlineFragment') {
      const applies = typename === null || possible.of(required.typeCondition).has(typename);
      return applies ? requiredFields(required.selections, typename, possible) : [];
    }
    if (required.name === '__typename') return [];
    const { name, alias = name, selections = null } = required;
    return [{ read: name, write: alias, nested: selections }];
  });
}

type Filling = 'FILLED' | 'ALL_NULL' | 'INCOMPLETE';

/** Copies required fields. */
function fill(
  into: AnswerObject,
  fields: readonly RequiredField[],
  from: AnswerObject,
  possible: PossibleTypes,
): Filling {
  let filling: Filling = 'ALL_NULL';
  for (const { read, write, nested } of fields) {
    const found = own(from, read);
    const value = nested === null ? found : nestedValue(nested, found, possible);
    if (value === undefined) return 'INCOMPLETE';
    into[write] = value;
    if (value !== null) filling = 'FILLED';
  }
  return filling;
}

/** Undefined when anything required is missing. */
function nestedValue(
  requires: readonly RequiresSelection[],
  value: unknown,
  possible: PossibleTypes,
): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => nestedValue(requires, item, possible));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isAnswerObject(value)) return value;
  const typename = own(value, '__typename');
  const known = typeof typename === 'string' ? typename : null;
  const fields: AnswerObject =
    asksTypename(requires) && known !== null ? { __typename: known } : {};
  const filling = fill(fields, requiredFields(requires, known, possible), value, possible);
  return filling === 'INCOMPLETE' ? undefined : fields;
}

function asksTypename(requires: readonly RequiresSelection[]): boolean {
  return requires.some(
    (each) =>
      (each.kind === 'Field' && each.name === '__typename') ||
      (each.kind === 'InlineFragment' && asksTypename(each.selections)),
  );
}

/** A subgraph may know an interface as an object: its representations then carry the interface's name. */
function typenameSetters(
  rewrites: readonly InputRewrite[],
  possible: PossibleTypes,
): ReadonlyMap<string, string> {
  const setters = new Map<string, string>();
  for (const rewrite of rewrites) {
    const known = rewriteOf(rewrite);
    if (known.kind !== 'SET') continue;
    for (const segment of known.path) {
      if (!('TypenameEquals' in segment)) continue;
      for (const name of segment.TypenameEquals.flatMap((each) => [...possible.of(each)])) {
        setters.set(name, known.value);
      }
    }
  }
  return setters;
}
