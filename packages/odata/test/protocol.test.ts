import { describe, expect, it } from 'vitest';
import { serviceBody } from '../src/answer/bodies.ts';
import { checkVersion, metadataXml, pageSizeFor } from '../src/index.ts';
import { ask, askAt, expectRefused } from './asking.ts';
import { CELLS } from './cells.ts';

describe('the protocol', () => {
  it('lists the tables in the service document', () => {
    expect(serviceBody([CELLS], { root: 'https://gate.example/odata/' })).toEqual({
      '@odata.context': 'https://gate.example/odata/$metadata',
      value: [{ name: 'Cells', kind: 'EntitySet', url: 'Cells' }],
    });
  });

  it('describes every column with its type, and escapes what it says', () => {
    const xml = metadataXml([CELLS]);
    expect(xml).toContain(
      '<Property Name="value" Type="Edm.Decimal" Nullable="true" Scale="variable">',
    );
    expect(xml).toContain(
      '<Property Name="periodStart" Type="Edm.DateTimeOffset" Nullable="false">',
    );
    expect(xml).toContain('<Key><PropertyRef Name="cellKey"/></Key>');
    expect(xml).toContain('String="Protected &lt;cells&gt; &amp; &quot;totals&quot;"');
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;)/);
  });

  it('speaks version 4 and no other', () => {
    for (const headers of [{}, { 'odata-version': '4.0', 'odata-maxversion': '4.01' }])
      expect(() => checkVersion(headers)).not.toThrow();
    for (const headers of [{ 'odata-version': '3.0' }, { 'odata-maxversion': '3.0' }])
      expectRefused('QUERY_OPTION_UNSUPPORTED', () => checkVersion(headers));
  });

  it('makes pages as small as a client prefers, and never larger than it does by itself', () => {
    expect(pageSizeFor({ prefer: 'odata.maxpagesize=50' })).toBe(50);
    expect(pageSizeFor({ prefer: 'respond-async, maxpagesize=7' })).toBe(7);
    expect(pageSizeFor({ prefer: 'odata.maxpagesize=99999999' })).toBe(pageSizeFor({}));
    expect(pageSizeFor({ prefer: 'odata.maxpagesize=0' })).toBe(pageSizeFor({}));
  });

  it('keeps the options of a question in the link to its next page', () => {
    const link = new URL(askAt('$filter=isTotal&$select=value', 2)['@odata.nextLink'] ?? '');
    expect(link.pathname).toBe('/odata/Cells');
    expect(link.searchParams.get('$filter')).toBe('isTotal');
    expect(link.searchParams.getAll('$skiptoken').length).toBe(1);
  });

  it('orders by a few columns, each once, and reads each moment once', () => {
    for (const orderby of ['value,value', 'publishedAt,publishedAt desc'])
      expectRefused('QUERY_OPTION_INVALID', () => ask({ $orderby: orderby }));
  });
});
