import type { DataDictionary, Oracle, Purpose, Rule } from '@postern/policy';
import { createOracle, PURPOSES } from '@postern/policy';
import { wholeDictionary } from '../../../src/stack/blueprints.ts';
import { rolesOf } from '../../matrix/callers.ts';
import { entryKindOf } from '../../oracle/field-model.ts';
import type { RawCounty, RawRow } from '../../oracle/raw-county.ts';
import { fieldModel, RECORDS, recordModel } from '../../oracle/record-model.ts';

const dictionary: DataDictionary = wholeDictionary();

/** Rows that stop and that begin to show a field, for each coordinate and purpose where there are any. */
export interface ExpectedImpact {
  readonly roles: readonly string[];
  readonly changes: ReadonlyMap<
    string,
    ReadonlyMap<Purpose, readonly [lost: number, gained: number]>
  >;
}

/** Works out from raw tables and CASL, asked under the rules of before and after, what changes for one account. */
export function expectedImpact(
  county: RawCounty,
  account: { readonly id: string; readonly issuerId: string; readonly subject: string },
  rules: { readonly live: readonly Rule[]; readonly draft: readonly Rule[] },
  now: Date,
): ExpectedImpact {
  const roles = rolesOf(county, account.subject, now).toSorted();
  const changes = new Map<string, Map<Purpose, readonly [number, number]>>();
  const own = (all: readonly Rule[]): readonly Rule[] =>
    all.filter(({ role }) => role === '*' || roles.includes(role));
  const changed = differing(own(rules.live), own(rules.draft));
  for (const purpose of PURPOSES) {
    const caller = { issuerId: account.issuerId, subject: account.subject, multiFactor: true };
    const [before, after] = [rules.live, rules.draft].map((each) =>
      createOracle(county.facts, { caller, purpose, now }, each, dictionary),
    );
    if (before === undefined || after === undefined) continue;
    const isWhole = before.refusal() !== after.refusal();
    for (const [type, fields] of dictionary)
      for (const [field, dataClass] of fields) {
        if (RECORDS[type] === undefined) continue;
        if (
          !isWhole &&
          !changed.some((rule) => concerns(rule, { type, field, dataClass, purpose }))
        )
          continue;
        const pair = changeOf(county, type, field, before, after);
        if (pair[0] + pair[1] === 0) continue;
        const known = changes.get(`${type}.${field}`) ?? new Map();
        known.set(purpose, pair);
        changes.set(`${type}.${field}`, known);
      }
  }
  return { roles, changes };
}

function changeOf(
  county: RawCounty,
  type: string,
  field: string,
  before: Oracle,
  after: Oracle,
): readonly [number, number] {
  let [lost, gained] = [0, 0];
  const model = fieldModel(type, field);
  const isEntries = model.kind === 'ENTRIES' || model.kind === 'LATEST_ENTRY';
  for (const row of rowsOf(county, type)) {
    const shown = (oracle: Oracle): readonly boolean[] => {
      const asOracle = { type, attributes: row, about: recordModel(type).about(row) };
      if (!isEntries) return [oracle.released(type, field, asOracle)];
      const kind = model.kind === 'ENTRIES' ? entryKindOf(model.type) : model.entryKind;
      return county
        .rowsBy('families.person_entry', 'personId', row['id'])
        .filter((entry) => entry['kind'] === kind)
        .map((entry) => {
          const about = recordModel('Disability').about(entry);
          const attributes = { ...entry, recordedAt: new Date(String(entry['recordedAt'])) };
          const listed =
            model.kind === 'LATEST_ENTRY' ||
            oracle.visible(model.type, { type: model.type, attributes: entry, about });
          return (
            listed &&
            oracle.chosenEntry(type, field, asOracle, [{ type, attributes, about }]) !== null
          );
        });
    };
    const [was, is] = [shown(before), shown(after)];
    was.forEach((each, index) => {
      if (each && !is[index]) lost += 1;
      if (!each && is[index]) gained += 1;
    });
  }
  return [lost, gained];
}

function rowsOf(county: RawCounty, type: string): readonly RawRow[] {
  const { table, of = () => true } = recordModel(type);
  const rows = county.rows(table).filter(of);
  if (table === 'families.person_entry')
    return rows.filter(({ kind }) => kind === entryKindOf(type));
  return rows;
}

function differing(live: readonly Rule[], draft: readonly Rule[]): readonly Rule[] {
  const [before, after] = [live, draft].map(
    (rules) => new Set(rules.map((rule) => JSON.stringify(rule))),
  );
  return [
    ...live.filter((rule) => !after?.has(JSON.stringify(rule))),
    ...draft.filter((rule) => !before?.has(JSON.stringify(rule))),
  ];
}

/** Whether a rule decides on a field, on the rows of its type, or on entries of which the field is made. */
function concerns(
  { resource, covers, purposes }: Rule,
  {
    type,
    field,
    dataClass,
    purpose,
  }: Readonly<Record<'type' | 'field' | 'dataClass' | 'purpose', string>>,
): boolean {
  if (!(purposes as readonly string[]).includes(purpose)) return false;
  const model = fieldModel(type, field);
  if (model.kind === 'ENTRIES' && model.type === resource) return true;
  if (resource !== type) return false;
  if (covers.kind === 'FIELDS')
    return covers.fields.includes(field) || covers.fields.includes('id');
  const idClass = dictionary.get(type)?.get('id');
  return (
    covers.kind === 'EVERYTHING' ||
    covers.classes.some((covered) => covered === dataClass || covered === idClass)
  );
}
