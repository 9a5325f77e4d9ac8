import type { EntitySet, Row } from '../model/entity-set.ts';
import { writePageToken } from '../options/page-token.ts';
import type { QueryOptions } from '../options/query-options.ts';
import type { RowsAnswer } from './rows-answer.ts';

/** Where the service is, and the address that was asked for; neither with anything secret in it. */
export interface Place {
  /** Absolute, with a slash at its end. */
  readonly root: string;
  /** The options as they came, without what a caller signs in with. */
  readonly search: string;
}

/** Says that a sum was made of numbers each of which had been rounded: no published total. */
export const SUM_OF_ROUNDED = 'Postern.Reporting.SumOfRounded';

/** The service document (OData JSON Format 4.01 section 5). */
export function serviceBody(sets: readonly EntitySet[], { root }: Pick<Place, 'root'>): object {
  return {
    '@odata.context': `${root}$metadata`,
    value: sets.map(({ name }) => ({ name, kind: 'EntitySet', url: name })),
  };
}

/** A page of rows (OData JSON Format 4.01 section 13). */
export function rowsBody(
  { set, options }: { readonly set: EntitySet; readonly options: QueryOptions },
  answer: RowsAnswer,
  { place, edition }: { readonly place: Place; readonly edition: string },
): object {
  const { rows, count, nextOffset } = answer;
  const next =
    nextOffset === null
      ? null
      : nextLink(set, place, writePageToken({ edition, offset: nextOffset }));
  return {
    '@odata.context': `${place.root}$metadata#${set.name}${columnsOf(options)}`,
    ...(options.count ? { '@odata.count': count } : {}),
    ...(sums(options) ? { [`@${SUM_OF_ROUNDED}`]: true } : {}),
    value: rows,
    ...(next === null ? {} : { '@odata.nextLink': next }),
  };
}

/** One row (OData JSON Format 4.01 section 6). */
export function rowBody(
  { set, select }: { readonly set: EntitySet; readonly select: readonly string[] | null },
  row: Row,
  { root }: Pick<Place, 'root'>,
): object {
  const columns = select === null ? '' : `(${select.join(',')})`;
  return { '@odata.context': `${root}$metadata#${set.name}${columns}/$entity`, ...row };
}

function columnsOf({ selects, select, apply }: QueryOptions): string {
  return selects || (apply !== null && apply.grouping !== null) ? `(${select.join(',')})` : '';
}

function sums({ apply }: QueryOptions): boolean {
  return (apply?.grouping?.aggregates ?? []).some(
    (each) => each.kind === 'OF' && each.method === 'sum',
  );
}

function nextLink({ name }: EntitySet, { root, search }: Place, token: string): string {
  const kept = search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !/^(?:\$|%24)skiptoken=/i.test(part));
  return `${root}${name}?${[...kept, `$skiptoken=${token}`].join('&')}`;
}
