import { malformed, unsupported } from './refusing.ts';

/** Headers of a request, by their names in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Headers of every answer of the service. */
export const ODATA_HEADERS = { 'odata-version': '4.0' } as const;

export const JSON_TYPE = 'application/json; odata.metadata=minimal; charset=utf-8';

/** The most rows of one page; so many unless a client prefers fewer. */
export const LARGEST_PAGE = 10_000;

/** Refuses a client of another protocol version. @throws Refusal QUERY_OPTION_INVALID, QUERY_OPTION_UNSUPPORTED */
export function checkVersion(headers: Headers): void {
  const version = headers['odata-version'];
  if (version !== undefined && version !== '4.0' && version !== '4.01')
    throw unsupported('OData-Version', '4.0');
  const highest = headers['odata-maxversion'];
  if (highest === undefined) return;
  const number = Number(highest);
  if (typeof highest !== 'string' || Number.isNaN(number))
    throw malformed('OData-MaxVersion', '4.0');
  if (number < 4) throw unsupported('OData-MaxVersion', '4.0');
}

/** How many rows a page has, as the client prefers (OData Protocol 4.01 section 8.2.8.5); a preference is no order. */
export function pageSizeFor({ prefer }: Headers): number {
  const preferred = /(?:^|[,;\s])(?:odata\.)?maxpagesize\s*=\s*(\d{1,9})/i.exec(
    typeof prefer === 'string' ? prefer : '',
  );
  const size = Number(preferred?.[1] ?? LARGEST_PAGE);
  return size === 0 ? LARGEST_PAGE : Math.min(size, LARGEST_PAGE);
}
