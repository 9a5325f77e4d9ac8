import type { RefusalCode } from '@postern/errors';
import type { PolicyAbility } from '../abilities/ability.ts';
import { abilityFor } from '../abilities/ability.ts';
import type { WithheldReason } from '../abilities/decision.ts';
import { decideField, reasonFor } from '../abilities/decision.ts';
import type { Resource } from '../abilities/matcher.ts';
import type { DataDictionary } from '../classes/dictionary.ts';
import type { Action } from '../rules/action.ts';
import type { Rule } from '../rules/rule.ts';
import { evaluate } from './evaluate.ts';
import type { FactTables } from './facts.ts';
import { latestEntry } from './latest-entry.ts';
import type { Path } from './path.ts';
import { isRecordedIn, pathsTo } from './paths.ts';
import { missingPreconditions } from './preconditions.ts';
import { holds } from './predicates/forms.ts';
import type { Principal } from './principal.ts';
import { principalOf } from './principal.ts';
import type { OracleRequest } from './request.ts';
import type { RequestFacts } from './request-facts.ts';
import { requestFacts } from './request-facts.ts';
import type { OracleRow } from './row.ts';

/** What one request may see and record, decided row by row from raw tables by CASL's `can`; for tests to hold the SQL path against. */
export interface Oracle {
  /** Why the whole request is refused, or null; a refused request sees nothing. */
  refusal(): RefusalCode | null;
  /** Every precondition that the refusal names. */
  missing(): readonly RefusalCode[];
  visible(type: string, row: OracleRow): boolean;
  released(type: string, field: string, row: OracleRow): boolean;
  /** Whether the rules about recording let the field be recorded, be it that nothing of the row may be read. */
  recordable(type: string, field: string, row: OracleRow): boolean;
  /** The row as a condition is asked of it, once for each path to it; none where the whole request is refused. */
  resources(row: OracleRow): readonly Resource[];
  /** As `released`, with every protected subtraction taken as not recorded. */
  disclosed(type: string, field: string, row: OracleRow, value?: ValueSource): boolean;
  /** The entry that gives a scalar its value: the latest of those (all of the field's kind) that may stand behind it. */
  chosenEntry<Entry extends OracleRow>(
    type: string,
    field: string,
    row: OracleRow,
    candidates: readonly Entry[],
  ): Entry | null;
  /** The notice due for a field of a visible row, or null: released, silent, or the row is not visible. */
  withheldReason(
    type: string,
    field: string,
    row: OracleRow,
    value?: ValueSource,
  ): WithheldReason | null;
}

/** Where a field's value comes from: its row's column, or entries (a list of them, or a scalar taken from one). */
export type ValueSource = 'COLUMN' | 'ENTRIES';

/** Builds the oracle of one request. Rules and dictionary are those of the live policy. */
export function createOracle(
  tables: FactTables,
  request: OracleRequest,
  rules: readonly Rule[],
  dictionary: DataDictionary,
): Oracle {
  const principal = principalOf(tables, request);
  const missing = missingPreconditions(tables, request);
  const refused = missing[0] ?? missingPurpose(rules, principal, request.purpose);
  if (principal === null || refused !== null) return refusing(refused, missing);

  const facts = requestFacts(tables, principal, request);
  const ability = knownAbility(
    rules,
    { roles: principal.roles, purpose: request.purpose },
    dictionary,
  );
  const may = (field: string, row: OracleRow, path: Path, action: Action = 'read'): boolean =>
    ability.casl.can(action, resourceOf(row, path, facts), field);
  const paths = oncePerRow((row) => pathsTo(row, facts));
  const visible = oncePerRow((row) => paths(row).some((path) => may('id', row, path)));
  const disclosed = (type: string, field: string, row: OracleRow, value: ValueSource): boolean => {
    const decision = decideField(ability, type, field);
    const told = value === 'ENTRIES' ? withoutAgency(row) : row;
    return paths(row).some((path) => evaluate(decision.disclosed, resourceOf(told, path, facts)));
  };

  return {
    refusal: () => null,
    missing: () => [],
    visible: (type, row) => visible(typed(type, row)),
    released: (type, field, row) =>
      visible(typed(type, row)) && paths(row).some((path) => may(field, row, path)),
    recordable: (type, field, row) =>
      paths(typed(type, row)).some((path) => may(field, row, path, 'record')),
    resources: (row) => paths(row).map((path) => resourceOf(row, path, facts)),
    disclosed: (type, field, row, value = 'COLUMN') =>
      visible(typed(type, row)) && disclosed(type, field, row, value),
    chosenEntry: (type, field, row, candidates) => {
      if (!visible(typed(type, row))) return null;
      const usable = candidates.filter(
        (entry) =>
          entry.about.personId === row.about.personId &&
          paths(row).some(
            (path) =>
              isRecordedIn(entry.about.entryEpisodeId, path?.episode.id) &&
              may(field, handledAs(entry, row), path),
          ),
      );
      return latestEntry(usable);
    },
    withheldReason: (type, field, row, value = 'COLUMN') => {
      if (!visible(typed(type, row)) || disclosed(type, field, row, value)) return null;
      return reasonFor(decideField(ability, type, field).disclosed);
    },
  };
}

/** Rows asked about last: a row is asked field by field, and the rows below it in between. */
const MOST_ROWS = 256;

/** What is the same for every field of a row, found for the first of them. */
function oncePerRow<Found>(find: (row: OracleRow) => Found): (row: OracleRow) => Found {
  const found = new Map<OracleRow, Found>();
  return (row) => {
    const known = found.get(row);
    if (known !== undefined) return known;
    if (found.size >= MOST_ROWS) found.clear();
    const first = find(row);
    found.set(row, first);
    return first;
  };
}

const abilities = new WeakMap<
  readonly Rule[],
  WeakMap<DataDictionary, Map<string, PolicyAbility>>
>();

/** Of the same rules and dictionary, principals of the same roles and purpose have the same ability. */
function knownAbility(
  rules: readonly Rule[],
  holder: Parameters<typeof abilityFor>[1],
  dictionary: DataDictionary,
): PolicyAbility {
  const ofRules = abilities.get(rules) ?? new WeakMap<DataDictionary, Map<string, PolicyAbility>>();
  abilities.set(rules, ofRules);
  const known = ofRules.get(dictionary) ?? new Map<string, PolicyAbility>();
  ofRules.set(dictionary, known);
  const key = [holder.purpose, ...holder.roles.toSorted()].join(' ');
  const ability = known.get(key) ?? abilityFor(rules, holder, dictionary);
  known.set(key, ability);
  return ability;
}

// What is public to every role is no reason to be let in: the purpose must be one of a role that the principal holds.
function missingPurpose(
  rules: readonly Rule[],
  principal: Principal | null,
  purpose: OracleRequest['purpose'],
): RefusalCode | null {
  if (principal?.roles.length === 0) return 'ROLE_MISSING';
  const permitted = rules.some(
    (rule) =>
      rule.action === 'read' &&
      rule.effect === 'ALLOW' &&
      principal?.roles.includes(rule.role) &&
      rule.purposes.includes(purpose),
  );
  return permitted ? null : 'PURPOSE_NOT_PERMITTED';
}

function refusing(code: RefusalCode | null, missing: readonly RefusalCode[]): Oracle {
  return {
    refusal: () => code,
    missing: () => missing,
    visible: () => false,
    released: () => false,
    recordable: () => false,
    resources: () => [],
    disclosed: () => false,
    chosenEntry: () => null,
    withheldReason: () => null,
  };
}

function resourceOf(row: OracleRow, path: Path, facts: RequestFacts): Resource {
  return {
    type: row.type,
    attributes: row.attributes,
    holds: (atom) => holds(atom, { facts, row, path }),
  };
}

function typed(type: string, row: OracleRow): OracleRow {
  if (row.type !== type) throw new Error(`Asked about ${type}, given a row of ${row.type}.`);
  return row;
}

// A scalar that is taken from an entry is handled as that entry is: by its agency, its class, its purpose lock and its episode.
function handledAs(entry: OracleRow, row: OracleRow): OracleRow {
  const {
    agencyId = null,
    rowClass = null,
    purposeLock = null,
    entryEpisodeId = null,
  } = entry.about;
  return { ...row, about: { ...row.about, agencyId, rowClass, purposeLock, entryEpisodeId } };
}

function withoutAgency(row: OracleRow): OracleRow {
  return { ...row, about: { ...row.about, agencyId: null } };
}
