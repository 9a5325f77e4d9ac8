import type { AttributeType, ClassKey } from '@postern/policy';
import { getTableColumns } from 'drizzle-orm';
import { columnOf } from './column-of.ts';
import type { ResourceDefinition } from './resource.ts';

/** A field that a condition may compare: its column, and what that holds. */
export interface Attribute {
  readonly column: string;
  readonly type: AttributeType;
  /** All that it holds beside null, where its resource names a closed list. */
  readonly values: readonly string[] | undefined;
  readonly decidesRelease: boolean;
  /** Whether each record has a value of its own. */
  readonly identifies: boolean;
}

const COMPARED: ReadonlySet<string> = new Set<AttributeType>(['string', 'number', 'boolean']);

/** The attribute of a resource; undefined for what is no column of text, numbers or booleans, which SQL and CASL read differently. */
export function attributeOf(resource: ResourceDefinition, name: string): Attribute | undefined {
  const field = Object.hasOwn(resource.fields, name) ? resource.fields[name] : undefined;
  if (field?.kind !== 'COLUMN') return undefined;
  const { dataType, isUnique, primary } = columnOf(getTableColumns(resource.table), field.column);
  if (!COMPARED.has(dataType)) return undefined;
  return {
    column: field.column,
    type: dataType as AttributeType,
    values: field.values,
    decidesRelease: field.decidesRelease === true,
    identifies: isUnique || primary || field.identifies === true,
  };
}

/** Who is let in tells what a condition compares, so only these classes may be compared. */
const TOLD_BY_ACCESS: ReadonlySet<ClassKey> = new Set(['PUBLIC', 'OPERATIONAL', 'WORKFORCE']);

/**
 * The attributes of a resource that rules may compare: nothing is told of a person by who is let in, and a rule is about
 * a kind of record, never about one.
 */
export function comparableAttributes(
  resource: ResourceDefinition,
  classes: ReadonlyMap<string, ClassKey> | undefined,
): ReadonlyMap<string, Attribute> {
  return new Map(
    Object.keys(resource.fields).flatMap((name): readonly [string, Attribute][] => {
      const attribute = attributeOf(resource, name);
      const dataClass = classes?.get(name);
      if (attribute === undefined || attribute.identifies || dataClass === undefined) return [];
      return TOLD_BY_ACCESS.has(dataClass) || attribute.decidesRelease ? [[name, attribute]] : [];
    }),
  );
}
