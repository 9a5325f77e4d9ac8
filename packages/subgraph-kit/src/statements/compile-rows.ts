import type { ClassKey, Condition } from '@postern/policy';
import {
  conditionKey,
  coordinate,
  hiddenWith,
  NEVER,
  OF_THE_WHOLE_FAMILY,
  or,
  substitute,
} from '@postern/policy';
import { Verdict } from '@postern/query-policy';
import type { SQL } from 'drizzle-orm';
import { aliasedTable, getTableColumns, sql } from 'drizzle-orm';
import { RECORDED_TYPES } from '../release/release-manifest.ts';
import { columnOf } from '../resources/column-of.ts';
import type { Columns, FieldDefinition, ResourceDefinition } from '../resources/resource.ts';
import { bindRow, sameEpisode } from './bind-row.ts';
import { compileField } from './compile-field.ts';
import { episodeOf } from './episode-of.ts';
import { handedOver } from './handed-over.ts';
import { withoutOwnEntries } from './own-entries.ts';
import type { FieldDecoder, NoticeDecoder, RowDecoder, TraceKey } from './row-decoder.ts';
import { RowLayout } from './row-layout.ts';
import type { CompiledRows, RowsRequest } from './rows.ts';
import type { StatementContext } from './statement-context.ts';

/** Compiles one level of a selection; nested lists become subselects of the same statement. */
export function compileRows(request: RowsRequest, context: StatementContext): CompiledRows {
  const { resource, selection } = request;
  const alias = context.nextAlias();
  const columns: Columns = getTableColumns(aliasedTable(resource.table, alias));
  const binding = bindRow(resource, columns);
  const verdict = new Verdict(binding, context.answers);
  const idDecision = context.decide(resource.type, 'id');
  const row = request.visibleWhere ?? idDecision.released;
  const same = request.parent === undefined ? null : sameEpisode(request.parent, resource, columns);
  if (same !== null && request.parent !== undefined) verdict.assume(request.parent.visibleWhere);
  const { alsoWhere = [] } = request;
  const isAsked = alsoWhere.some((condition) => verdict.implies(condition, row));
  const permitted = [...alsoWhere, ...(isAsked ? [] : [row])].map((each) => verdict.holds(each));
  verdict.pick(row);

  const layout = new RowLayout();
  const isKnownById = request.traced && isLinkedById(resource);
  const needsId =
    request.keyed === true ||
    isKnownById ||
    selection.fields.has('id') ||
    RECORDED_TYPES.includes(resource.type);
  const idPosition = needsId ? layout.add(sql`${columnOf(columns, 'id')}`) : null;
  const restsOn = grounds(request, row, context);
  const ofRow = request.traced ? verdict.grantsOfRow(restsOn) : undefined;
  const traced = (): TraceKey => ({
    trace: context.trace(verdict.grantsBehind(restsOn)),
    key: isKnownById && idPosition !== null ? idPosition : layout.add(verdict.reachedAs()),
  });
  const told = (): RowDecoder['grants'] =>
    ofRow === undefined ? traced() : { listed: layout.add(ofRow) };
  const grants = request.traced ? told() : null;
  const fields: FieldDecoder[] = [];
  const notices: NoticeDecoder[] = [];
  const unlocking = new Set<ClassKey>();
  // The row itself lists the details that are hidden, so the bits leave them out; with an override it depends on the path.
  const besides = context.overrides ? (condition: Condition) => condition : besidesHidden;

  for (const [name, inner] of selection.fields) {
    if (name === 'id') continue;
    const definition = resource.fields[name];
    const dataClass = context.dictionary.get(resource.type)?.get(name);
    if (definition === undefined || dataClass === undefined) continue;
    const decision = context.decide(resource.type, name);
    const compiled = compileField(
      {
        resource,
        definition,
        inner,
        columns,
        verdict,
        decision,
        row,
        dataClass,
        traced: request.traced,
      },
      context,
    );
    const position = layout.add(compiled.value);
    const released = releasedAt(layout, verdict, {
      released: besides(decision.released),
      row: besides(row),
    });
    if (released !== 'AS_ROW' && released !== 'NEVER') unlocking.add(dataClass);
    fields.push({
      name,
      coordinate: coordinate(resource.type, name),
      hiddenWith: hiddenWith(coordinate(resource.type, name)),
      class: dataClass,
      position,
      value: compiled.decode,
      released,
    });
    const disclosed = readsEntries(definition)
      ? withoutOwnEntries(decision.disclosed)
      : decision.disclosed;
    const notice = noticeFor(layout, verdict, disclosed, idDecision.disclosed);
    if (notice !== null)
      notices.push({
        coordinate: coordinate(resource.type, name),
        position,
        reason: decision.reason,
        disclosed: notice,
        unlessShown: definition.kind === 'LATEST_ENTRY',
      });
  }
  const behind = unlocking.size > 0 ? verdict.justificationsBehind([...unlocking], row) : null;
  const justifications =
    behind !== null && binding.personId !== undefined
      ? {
          trace: context.trace(behind),
          key:
            resource.person === 'id' && idPosition !== null
              ? idPosition
              : layout.add(binding.personId),
        }
      : null;

  const mayBeHidden = !context.overrides && fields.some((field) => context.hides(field.hiddenWith));
  // Entries without a type of their own give a value, no row that could say what is hidden of it.
  const hidden =
    mayBeHidden && request.visibleWhere === undefined ? verdict.hiddenDetails() : undefined;
  const hiddenDetails = hidden === undefined ? null : layout.add(hidden);

  const stricter = context.unlocked ? verdict.stricterClassOpenedBy() : undefined;
  const opened = stricter === undefined ? null : layout.add(stricter);

  const masked = (field: string): SQL => maskedColumn(resource, field, columns, verdict, context);
  const about = episodeOf(request, binding, { fields, layout });
  const handed = handedOver(request, binding, { fields, layout });
  const keys = request.order ?? resource.order ?? [];
  const restrictions = [
    request.restrict(columns, verdict.leadsThroughReach(row)),
    ...(same === null ? [] : [same]),
    ...(resource.where === undefined ? [] : [resource.where(columns)]),
    ...permitted,
  ];
  return {
    columns,
    row: layout.json(),
    from: sql`${resource.table} AS ${sql.identifier(alias)} ${verdict.joins()}`,
    where: sql.join(restrictions, sql` AND `),
    order: [
      ...keys.map(({ field, descending }) =>
        directed(
          request.visibleWhere === undefined && request.choosesOne !== true
            ? masked(field)
            : plainColumn(resource, field, columns),
          descending,
        ),
      ),
      // Of two rows recorded at one moment the latest is the one with the greater id.
      directed(sql`${columnOf(columns, 'id')}`, keys.at(-1)?.descending === true),
    ],
    decoder: {
      type: resource.type,
      id: {
        coordinate: coordinate(resource.type, 'id'),
        class: context.dictionary.get(resource.type)?.get('id') ?? 'OPERATIONAL',
        position: idPosition,
      },
      hiddenDetails,
      grants,
      justifications,
      about,
      handed,
      stricter: opened,
      fields,
      notices,
    },
    masked,
    isPlain: (field) => verdict.isCertain(context.decide(resource.type, field).released),
  };
}

/** On what it rests that something of a row is given: the row, or where nothing is asked but what is of the whole family, that. */
function grounds(
  { resource, selection }: RowsRequest,
  row: Condition,
  context: StatementContext,
): Condition {
  const asked = [...selection.fields.keys()];
  const isOfTheWhole = (field: string): boolean =>
    OF_THE_WHOLE_FAMILY.has(coordinate(resource.type, field));
  if (asked.length === 0 || !asked.every(isOfTheWhole)) return row;
  return or(asked.map((field) => context.decide(resource.type, field).released));
}

function isLinkedById({ link }: ResourceDefinition): boolean {
  return Object.entries(link).every(([part, value]) => part === 'kind' || value === 'id');
}

function directed(key: SQL, descending: boolean): SQL {
  return descending ? sql`${key} DESC` : key;
}

function releasedAt(
  layout: RowLayout,
  verdict: Verdict,
  { released, row }: { readonly released: Condition; readonly row: Condition },
): FieldDecoder['released'] {
  if (released.kind === 'NEVER') return 'NEVER';
  if (conditionKey(released) === conditionKey(row)) return 'AS_ROW';
  return { bit: layout.bit(released, verdict.holds(released)) };
}

function readsEntries({ kind }: FieldDefinition): boolean {
  return kind === 'ENTRIES' || kind === 'LATEST_ENTRY';
}

function noticeFor(
  layout: RowLayout,
  verdict: Verdict,
  disclosed: Condition,
  row: Condition,
): NoticeDecoder['disclosed'] | null {
  if (conditionKey(disclosed) === conditionKey(row)) return null;
  if (disclosed.kind === 'NEVER') return 'NEVER';
  return { bit: layout.bit(disclosed, verdict.holds(disclosed)) };
}

function besidesHidden(condition: Condition): Condition {
  return substitute(condition, (atom) => (atom.predicate === 'detail.hidden' ? NEVER : undefined));
}

function maskedColumn(
  resource: ResourceDefinition,
  field: string,
  columns: Columns,
  verdict: Verdict,
  context: StatementContext,
): SQL {
  const { released } = context.decide(resource.type, field);
  const value = plainColumn(resource, field, columns);
  return verdict.isCertain(released)
    ? value
    : sql`CASE WHEN ${verdict.holds(released)} THEN ${value} END`;
}

function plainColumn(resource: ResourceDefinition, field: string, columns: Columns): SQL {
  const definition = resource.fields[field];
  if (definition?.kind !== 'COLUMN') throw new TypeError(`"${field}" is not a plain column.`);
  return sql`${columnOf(columns, definition.column)}`;
}
