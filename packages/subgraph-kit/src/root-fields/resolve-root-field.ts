import { Refusal } from '@postern/errors';
import type { GraphQLResolveInfo } from 'graphql';
import type { CursorSeal } from '../cursors/cursor-seal.ts';
import type { RequestContext } from '../fetching/request-context.ts';
import type { RowFetcher } from '../fetching/row-fetcher.ts';
import type { DecodedRow } from '../release/decode-rows.ts';
import type { Selection } from '../selection/look-ahead.ts';
import { lookAhead } from '../selection/look-ahead.ts';
import type { RowQuery } from '../statements/query.ts';
import { isUuid } from '../statements/uuid.ts';
import { filterValues } from './filter-values.ts';
import { pageSize } from './page-arguments.ts';
import { isReadableText, READABLE_TEXT } from './readable-text.ts';
import type { RootField } from './root-field.ts';

type Resolver = (
  source: unknown,
  args: Readonly<Record<string, unknown>>,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => Promise<unknown>;

/** The resolver of a root field: reads arguments, looks ahead, and asks the fetcher for rows. */
export function resolveRootField(
  name: string,
  field: RootField,
  fetcher: RowFetcher,
  cursors: CursorSeal,
): Resolver {
  switch (field.kind) {
    case 'PAGE':
      return resolvePage(name, field, fetcher, cursors);
    case 'BY_FIELD':
      return async (_source, args, context, info) => {
        const value = args[field.field];
        if (!isReadableText(value))
          throw new Refusal('ARGUMENT_INVALID', { argument: field.field, expected: READABLE_TEXT });
        return firstRow(name, field, { value }, fetcher, context, info);
      };
    case 'BY_ID':
      return (_source, { id }, context, info) => {
        const query = { kind: 'BY_IDS', type: field.type } as const;
        return firstRow(name, query, { ids: [id].filter(isUuid) }, fetcher, context, info);
      };
    case 'OWN_ACCOUNT':
      return (_source, _args, context, info) => firstRow(name, field, {}, fetcher, context, info);
    case 'ALL':
      return async (_source, _args, context, info) => {
        const selection = lookAhead(info.fieldNodes, field.type, info);
        const { rows } = await fetcher.fetch(
          { name, query: field, selection, values: {} },
          context,
        );
        return rows;
      };
  }
}

async function firstRow(
  name: string,
  query: RowQuery,
  values: Readonly<Record<string, unknown>>,
  fetcher: RowFetcher,
  context: RequestContext,
  info: GraphQLResolveInfo,
): Promise<unknown> {
  const selection = lookAhead(info.fieldNodes, query.type, info);
  const { rows } = await fetcher.fetch({ name, query, selection, values }, context);
  return rows[0] ?? null;
}

function resolvePage(
  name: string,
  field: Extract<RootField, { kind: 'PAGE' }>,
  fetcher: RowFetcher,
  cursors: CursorSeal,
): Resolver {
  return async (_source, args, context, info) => {
    const size = pageSize(args['first']);
    // A cursor belongs to one caller and one list; elsewhere it opens nothing.
    const owner = `${name}\n${context.caller.issuerId}\n${context.caller.subject}`;
    const after = typeof args['after'] === 'string' ? cursors.open(args['after'], owner) : null;
    const asked = lookAhead(info.fieldNodes, `${field.type}Connection`, info);
    const counted = asked.fields.has('totalCount');
    // One row beyond the page tells whether there is a next one; it is read only to be counted.
    const looksFurther = asked.fields.get('pageInfo')?.fields.has('hasNextPage') === true;
    const { rows, total, further } = await fetcher.fetch(
      {
        name: counted ? `${name} counted` : name,
        query: { ...field, counted },
        selection: nodeSelection(asked, field.type),
        values: {
          after,
          limit: looksFurther ? size + 1 : size,
          ...filterValues(field.filters, args['filter']),
          ...(field.within === undefined ? {} : { within: idIn(args[field.within.argument]) }),
        },
        most: size,
      },
      context,
    );
    // Sealing costs more than the rest of a row, so a cursor is made when it is read.
    const cursorOf = (node: DecodedRow | undefined): string | null =>
      node === undefined ? null : cursors.seal(String(node['id']), owner);
    return {
      edges: rows.map((node) => ({
        node,
        get cursor() {
          return cursorOf(node);
        },
      })),
      totalCount: total,
      pageInfo: {
        hasNextPage: further,
        hasPreviousPage: after !== null,
        get startCursor() {
          return cursorOf(rows[0]);
        },
        get endCursor() {
          return cursorOf(rows.at(-1));
        },
      },
    };
  };
}

/** What is no id belongs to nothing. */
function idIn(argument: unknown): string | null {
  return isUuid(argument) ? argument : null;
}

function nodeSelection(connection: Selection, type: string): Selection {
  return connection.fields.get('edges')?.fields.get('node') ?? { type, fields: new Map() };
}
