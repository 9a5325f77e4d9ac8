import type { Condition, Coordinate, DecisionPair, Holder, PolicyChange } from '@postern/policy';
import { conditionKey, coordinate, NEVER } from '@postern/policy';
import { conditionOn } from '@postern/query-policy';
import { getTableColumns, getTableUniqueName } from 'drizzle-orm';
import type { FieldDefinition, ResourceDefinition } from '../resources/resource.ts';
import { bindRow } from '../statements/bind-row.ts';

/** Fields that are decided alike: a row shows them where every one of the conditions holds on it. */
export interface Probe {
  readonly coordinates: readonly Coordinate[];
  /** Of fields that are made of a person's entries: when the person is visible. */
  readonly through: ThroughPerson | null;
  readonly live: readonly Condition[];
  readonly draft: readonly Condition[];
  /** Of recording: what the rules about recording say by themselves, of what is added as of what stands there. */
  readonly right?: DecisionPair;
}

/** When the person is visible to whom entries belong that are read as part of the person. */
export interface ThroughPerson {
  readonly live: Condition;
  readonly draft: Condition;
}

/** What is to be counted among the rows of one resource. */
export interface RowsQuestion {
  readonly resource: ResourceDefinition;
  readonly probes: readonly Probe[];
}

/** Finds what has to be counted of a change for one holder. */
export type QuestionsOf = (
  change: PolicyChange,
  holder: Holder,
  resources: readonly ResourceDefinition[],
  settle: Settle,
) => readonly RowsQuestion[];

/** Settles of a condition what is known of everybody who is asked about. */
export type Settle = (condition: Condition) => Condition;

/**
 * What has to be counted for one holder: of every field whose decision differs, the rows that show it. Where a field is made
 * of entries these are the entries, decided on one by one as they are when they are read.
 */
export const rowsQuestions: QuestionsOf = (change, holder, resources, settle) => {
  const types = change.typesFor(holder);
  const decide = (type: string, field: string) => change.decide(holder, type, field);
  const known = new Map(resources.map((resource) => [resource.type, resource]));
  const questions = new Map<string, RowsQuestion>();
  const seenIds = new Set<string>();
  for (const resource of resources) {
    const { type } = resource;
    const plain = Object.entries(resource.fields).filter(([, field]) => !isMadeOfEntries(field));
    if (types.has(type)) {
      const fields = plain
        .map(([name]) => name)
        .filter((name) => name !== 'id' || !seenIds.has(type));
      seenIds.add(type);
      const row = decide(type, 'id');
      const pairs = fields.map((field) => {
        const { live, draft } = decide(type, field);
        return {
          coordinate: coordinate(type, field),
          live: [row.live, live],
          draft: [row.draft, draft],
        };
      });
      add(questions, resource, null, pairs, settle);
    }
    for (const [name, field] of Object.entries(resource.fields)) {
      if (!isMadeOfEntries(field)) continue;
      const entry = known.get(field.type);
      if (entry === undefined || !(types.has(type) || types.has(field.type))) continue;
      const through = decide(type, 'id');
      const listed = field.kind === 'ENTRIES' ? [decide(field.type, 'id')] : [];
      const parts = [...listed, decide(type, name)];
      const pair = {
        coordinate: coordinate(type, name),
        live: parts.map(({ live }) => live),
        draft: parts.map(({ draft }) => draft),
      };
      add(questions, entry, through, [pair], settle);
    }
  }
  return [...questions.values()];
};

interface FieldPair {
  readonly coordinate: Coordinate;
  readonly live: readonly Condition[];
  readonly draft: readonly Condition[];
}

/** Rows are read once, whatever is asked of them. */
function add(
  questions: Map<string, RowsQuestion>,
  resource: ResourceDefinition,
  through: ThroughPerson | null,
  pairs: readonly FieldPair[],
  settle: Settle,
): void {
  const row = bindRow(resource, getTableColumns(resource.table));
  const onRow = (conditions: readonly Condition[]): readonly Condition[] =>
    whole(conditions.map((condition) => conditionOn(settle(condition), row)));
  const person =
    through === null ? null : { live: settle(through.live), draft: settle(through.draft) };
  const differsByPerson =
    person !== null && conditionKey(person.live) !== conditionKey(person.draft);
  const probes = new Map<string, Probe>();
  for (const pair of pairs) {
    const live = onRow(pair.live);
    const draft = onRow(pair.draft);
    const [before, after] = [keyOf(live), keyOf(draft)];
    if (before === after && (!differsByPerson || before === NOTHING)) continue;
    const key = `${before} => ${after}`;
    const known = probes.get(key);
    probes.set(key, {
      coordinates: [...(known?.coordinates ?? []), pair.coordinate],
      through: person,
      live,
      draft,
    });
  }
  if (probes.size === 0) return;
  const table = `${resource.type} ${getTableUniqueName(resource.table)}`;
  const known = questions.get(table)?.probes ?? [];
  questions.set(table, { resource, probes: [...known, ...probes.values()] });
}

const NOTHING = conditionKey(NEVER);

/** Each condition once; where one can never hold, nothing else is asked. */
export function whole(conditions: readonly Condition[]): readonly Condition[] {
  if (conditions.some(({ kind }) => kind === 'NEVER')) return [NEVER];
  const asked = new Map(conditions.map((condition) => [conditionKey(condition), condition]));
  return [...asked.values()].filter(({ kind }) => kind !== 'ALWAYS');
}

export function keyOf(conditions: readonly Condition[]): string {
  return conditions.map(conditionKey).join(' & ');
}

function isMadeOfEntries(
  field: FieldDefinition,
): field is Extract<FieldDefinition, { kind: 'ENTRIES' | 'LATEST_ENTRY' }> {
  return field.kind === 'ENTRIES' || field.kind === 'LATEST_ENTRY';
}
