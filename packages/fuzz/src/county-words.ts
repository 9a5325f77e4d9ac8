import type { RecordRows } from './county/record-rows.ts';
import type { Entitlements } from './entitlement.ts';
import type { Author, Words } from './grammar/words.ts';

/** The words of a county: every value of every record, and which of them an author may know. */
export function countyWords(
  records: readonly RecordRows[],
  entitlements: Entitlements,
  cursors: readonly string[],
): Words {
  const ids = [...new Set(records.flatMap(({ rows }) => rows.map(({ id }) => id)))];
  const all = new Map<string, readonly string[]>();
  const visible = new Map<string, readonly string[]>();
  const valuesOf = (type: string, field: string): readonly string[] => {
    const key = `${type}.${field}`;
    const known = all.get(key) ?? readValues(records, type, field);
    all.set(key, known);
    return known;
  };
  return {
    cursors,
    ids: () => ids,
    all: valuesOf,
    visible: (type, field, { principal, purpose }: Author) => {
      const key = `${type}.${field} ${JSON.stringify(principal)} ${purpose}`;
      const entitlement = entitlements.of(principal, purpose);
      const known =
        visible.get(key) ??
        valuesOf(type, field).filter((value) => entitlement.wayTo(value) !== null);
      visible.set(key, known);
      return known;
    },
  };
}

function readValues(
  records: readonly RecordRows[],
  type: string,
  field: string,
): readonly string[] {
  const values = records
    .filter(({ resource }) => resource.type === type && Object.hasOwn(resource.fields, field))
    .flatMap(({ rows }) => rows.map(({ asOracle }) => asOracle.attributes[field]));
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
