import type {
  ClassKey,
  DataDictionary,
  DecidedOn,
  PolicySchema,
  PredicateName,
} from '@postern/policy';
import { coordinate, instantiate, isJustifiable, PREDICATES } from '@postern/policy';
import type { RowBinding } from '@postern/query-policy';
import { conditionOn } from '@postern/query-policy';
import { getTableColumns } from 'drizzle-orm';
import type { Attribute } from '../resources/attribute-of.ts';
import { attributeOf, comparableAttributes } from '../resources/attribute-of.ts';
import type { ResourceDefinition } from '../resources/resource.ts';
import { bindRow } from '../statements/bind-row.ts';
import { referenceBinding } from '../statements/visible-reference.ts';
import type { EnumFields } from './enum-fields.ts';

/** What a policy schema is read from. */
export interface SchemaParts {
  /** The classes of every subgraph's fields. */
  readonly dictionary: DataDictionary;
  /** The subgraphs that hold records. */
  readonly subgraphs: readonly { readonly resources: readonly ResourceDefinition[] }[];
  /** The fields whose values the schema lists. */
  readonly enums: EnumFields;
  /** Types that are released as a whole, each with those that come only inside it. */
  readonly releasedWhole: PolicySchema['releasedWhole'];
  readonly roles: Iterable<string>;
  readonly clauses: Iterable<string>;
}

/** Where a field is decided: the row's binding, and what may be compared there. */
interface Place {
  readonly row: RowBinding;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

/** Reads from the resources what rules may speak of: the same bindings decide by which statements are compiled. */
export function policySchemaOf({
  dictionary,
  subgraphs,
  enums,
  releasedWhole,
  roles,
  clauses,
}: SchemaParts): PolicySchema {
  const decidedOn = new Map(
    [...dictionary].map(([type, fields]) => [
      type,
      new Map(
        [...fields].map(([field, dataClass]) => {
          const places = placesOf(type, field, fields, subgraphs);
          return [field, asked(places, { class: dataClass, type, field })];
        }),
      ),
    ]),
  );
  const ofTypes = <T>(read: (fields: readonly DecidedOn[]) => T): ReadonlyMap<string, T> =>
    new Map([...decidedOn].map(([type, fields]) => [type, read([...fields.values()])]));
  const comparable = ofTypes(
    (all) => new Map(all.flatMap((decided) => [...decided.comparable])) as DecidedOn['comparable'],
  );
  return {
    dictionary,
    decidedOn,
    comparable,
    closedLists: new Map(
      [...comparable].map(([type, attributes]) => [
        type,
        closedLists(type, attributes.keys(), subgraphs, enums.get(type)),
      ]),
    ),
    askable: ofTypes((all) => new Set(all.flatMap(({ askable }) => [...askable]))),
    releasedWhole,
    recordable: recordableIn(subgraphs, dictionary),
    roles: new Set(roles),
    clauses: new Set(clauses),
  };
}

/** Entries that a field is made of have no type of their own in the schema, so that no rule is about them. */
function recordableIn(
  subgraphs: SchemaParts['subgraphs'],
  dictionary: DataDictionary,
): PolicySchema['recordable'] {
  const recorded = subgraphs
    .flatMap(({ resources }) => resources)
    .filter((resource) => resource.recorded !== undefined && dictionary.has(resource.type));
  return new Map(recorded.map((resource) => [resource.type, new Set(resource.recorded)]));
}

function placesOf(
  type: string,
  field: string,
  classes: ReadonlyMap<string, ClassKey>,
  subgraphs: SchemaParts['subgraphs'],
): readonly Place[] {
  return subgraphs.flatMap(({ resources }) => {
    const holder = resources.find((each) => each.type === type);
    if (holder === undefined)
      return field === 'id' && refersTo(type, resources) ? elsewhere(type) : [];
    const definition = Object.hasOwn(holder.fields, field) ? holder.fields[field] : undefined;
    if (definition === undefined) return [];
    // Entries meet their list's rules one by one, on their own rows, which have other attributes.
    if (definition.kind === 'ENTRIES' || definition.kind === 'LATEST_ENTRY')
      return resources
        .filter((each) => each.type === definition.type)
        .map((entry) => ({ row: bound(entry), attributes: new Map() }));
    return [{ row: bound(holder), attributes: comparableAttributes(holder, classes) }];
  });
}

/** Of the attributes of a type, those that hold one of a list wherever the type is held. */
function closedLists(
  type: string,
  attributes: Iterable<string>,
  subgraphs: SchemaParts['subgraphs'],
  enums: ReadonlyMap<string, readonly string[]> | undefined,
): ReadonlyMap<string, readonly string[]> {
  const holders = subgraphs.flatMap(({ resources }) =>
    resources.filter((each) => each.type === type),
  );
  return new Map(
    [...attributes].flatMap((name): readonly [string, readonly string[]][] => {
      const lists = holders.map((each) => attributeOf(each, name)?.values ?? enums?.get(name));
      const values = lists.filter((list) => list !== undefined).flat();
      return lists.includes(undefined) ? [] : [[name, [...new Set(values)]]];
    }),
  );
}

function refersTo(type: string, resources: readonly ResourceDefinition[]): boolean {
  return resources.some(({ fields }) =>
    Object.values(fields).some(
      (field) => (field.kind === 'REFERENCE' || field.kind === 'REFERENCES') && field.type === type,
    ),
  );
}

function elsewhere(type: string): readonly Place[] {
  const row = referenceBinding(type);
  return row === undefined ? [] : [{ row, attributes: new Map() }];
}

function bound(resource: ResourceDefinition): RowBinding {
  return bindRow(resource, getTableColumns(resource.table));
}

function asked(
  places: readonly Place[],
  of: { readonly type: string; readonly field: string; readonly class: ClassKey },
): DecidedOn {
  const [first, ...others] = places;
  const given = {
    role: 'ROLE',
    effect: 'ALLOW',
    class: of.class,
    coordinate: coordinate(of.type, of.field),
  } as const;
  const predicates = (Object.keys(PREDICATES) as PredicateName[]).filter(
    (name) => name !== 'justification.covers' || isJustifiable(of.class),
  );
  const askable = predicates.filter((name) =>
    places.some(
      ({ row }) => conditionOn(instantiate({ holds: name }, given), row).kind !== 'NEVER',
    ),
  );
  return {
    askable: new Set(askable),
    comparable: new Map(
      [...(first?.attributes ?? [])]
        .filter(([name, { type }]) =>
          others.every(({ attributes }) => attributes.get(name)?.type === type),
        )
        .map(([name, { type }]) => [name, type]),
    ),
  };
}
