import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page, PostedNotice } from '../src/index.ts';
import { postNotice } from '../src/index.ts';
import type { NoticeKind } from '../src/notices/notice-kinds.ts';
import { NOTICE_KINDS } from '../src/notices/notice-kinds.ts';
import { PAGES } from '../src/notices/pages.ts';
import type { Given, ParameterKind } from '../src/notices/parameters.ts';
import { renderNotice } from '../src/notices/render-notice.ts';
import type { NoticeText } from '../src/notices/texts/notice-text.ts';
import { TEXTS } from '../src/notices/texts.ts';
import { AGENCY_KIND_WORDS, MODULE_WORDS, PRACTICE_STEP_WORDS } from '../src/notices/words.ts';

const KINDS = Object.keys(NOTICE_KINDS) as NoticeKind[];
const PUBLIC_URL = 'https://postern.example';

const given: { readonly [Kind in ParameterKind]: fc.Arbitrary<Given[Kind]> } = {
  DAY: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10) as Given['DAY']),
  MOMENT: fc.date({
    min: new Date('2000-01-01'),
    max: new Date('2099-12-31'),
    noInvalidDate: true,
  }),
  PEOPLE: fc.nat(),
  AGENCY: fc.record({ agencyName: fc.string({ unit: 'binary', maxLength: 300 }) }),
  AGENCY_KIND: fc.constantFrom(...(Object.keys(AGENCY_KIND_WORDS) as Given['AGENCY_KIND'][])),
  MODULE: fc.constantFrom(...(Object.keys(MODULE_WORDS) as Given['MODULE'][])),
  PRACTICE_STEP: fc.constantFrom(...(Object.keys(PRACTICE_STEP_WORDS) as Given['PRACTICE_STEP'][])),
  CODE: fc.record({ invitationCode: fc.stringMatching(/^[A-Z0-9-]{4,64}$/) }),
  PAGE: fc.constantFrom(...PAGES),
};

function paramsOf(kind: NoticeKind): fc.Arbitrary<Record<string, unknown>> {
  const parts = Object.entries<ParameterKind>(NOTICE_KINDS[kind]).map(([name, parameter]) => [
    name,
    given[parameter],
  ]);
  return fc.record(Object.fromEntries(parts) as Record<string, fc.Arbitrary<unknown>>);
}

/** What is written to a row, as it comes back from it. */
async function keptBy(
  kind: NoticeKind,
  params: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const written: unknown[][] = [];
  const statements = {
    run: async ({ values }: { values: readonly unknown[] }) => {
      written.push([...values]);
      return [];
    },
  };
  const notice = { kind, to: { address: 'ada@fernhollow.example' }, params, at: new Date(0) };
  await postNotice(statements, notice as unknown as PostedNotice<NoticeKind>);
  const [open, secret] = [written[0]?.[4], written[0]?.[5]].map((each) =>
    JSON.parse(String(each ?? null)),
  );
  return { ...open, ...secret } as Record<string, unknown>;
}

describe.each(KINDS)('%s', (kind) => {
  test('holds its text and its parameters and nothing else, whatever they are', async () => {
    const text = TEXTS[kind] as NoticeText<NoticeKind>;
    const names = Object.keys(NOTICE_KINDS[kind]);
    const marks = Object.fromEntries(names.map((name) => [name, `⟦${name}⟧`]));
    const pattern = text.body(marks as never).join('\n\n');
    for (const name of names) expect(pattern).toContain(`⟦${name}⟧`);
    const extra = fc.dictionary(fc.string(), fc.constant('Zzyzx of a person'));
    await fc.assert(
      fc.asyncProperty(paramsOf(kind), extra, async (params, more) => {
        const kept = await keptBy(kind, {
          ...more,
          ...params,
          childName: 'Zzyzx',
          episode: 'EH-000001',
        });
        expect(Object.keys(kept).sort()).toEqual([...names].sort());
        const rendered = renderNotice({ kind, params: kept }, PUBLIC_URL);
        const shown = Object.fromEntries(names.map((name) => [name, shownOf(kind, name, kept)]));
        const expected = pattern.replaceAll(/⟦(\w+)⟧/g, (_, name: string) => shown[name] ?? '');
        expect(
          rendered.text.startsWith(`${expected}\n\nPostern sends this e-mail by itself.`),
        ).toBe(true);
        expect(rendered.subject).toBe(text.subject);
        expect(JSON.stringify(rendered)).not.toMatch(/Zzyzx|EH-000001/);
      }),
      { numRuns: 40 },
    );
  });

  test('is short, says a next step, and speaks plainly', () => {
    const text = TEXTS[kind] as NoticeText<NoticeKind>;
    const names = Object.keys(NOTICE_KINDS[kind]);
    const body = text.body(Object.fromEntries(names.map((name) => [name, name])) as never);
    expect(text.subject.length).toBeLessThanOrEqual(65);
    expect(text.subject).not.toMatch(/[.!]$/);
    expect(body.join(' ')).toContain(' page');
    expect(body.join(' ')).not.toMatch(
      /\b(please|utilise|in order to|hereby|pursuant|e\.g\.|i\.e\.)\b/i,
    );
    for (const sentence of body.join(' ').split(/(?<=[.?])\s/))
      expect(sentence.split(' ').length).toBeLessThanOrEqual(30);
  });
});

/** By ways of its own: how each parameter reads. */
function shownOf(kind: NoticeKind, name: string, kept: Record<string, unknown>): string {
  const parameter = (NOTICE_KINDS[kind] as Record<string, ParameterKind>)[name];
  const value = kept[name];
  const day = (text: string): string => {
    const [year, month, date] = text.split('-');
    const months =
      'January February March April May June July August September October November December';
    return `${Number(date)} ${months.split(' ')[Number(month) - 1]} ${year}`;
  };
  if (parameter === 'DAY') return day(String(value));
  if (parameter === 'PEOPLE') return value === 1 ? '1 person' : `${value} people`;
  if (parameter === 'PAGE') return `${PUBLIC_URL}${value}`;
  if (parameter === 'AGENCY_KIND') return AGENCY_KIND_WORDS[value as Given['AGENCY_KIND']];
  if (parameter === 'MODULE') return MODULE_WORDS[value as Given['MODULE']];
  if (parameter === 'PRACTICE_STEP') return PRACTICE_STEP_WORDS[value as Given['PRACTICE_STEP']];
  if (parameter !== 'MOMENT') return String(value);
  const local = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [date = '', time = ''] = local.format(new Date(String(value))).split(' ');
  return `${time} on ${day(date)}`;
}

test('an agency’s name stays on its line', async () => {
  const agency = { agencyName: 'Fern\r\nHollow\u2028Bcc: eve@elsewhere.example\u0000 ' };
  const kept = await keptBy('AGENCY_WITHDRAWN', { agency, on: '2026-06-30', page: '/agencies' });
  expect(kept.agency).toBe('Fern Hollow Bcc: eve@elsewhere.example');
});

test.each([
  ['a day that is none', { on: '2026-02-30', page: '/grants' }],
  ['a text for a day', { on: 'Ada Zzyzx', page: '/grants' }],
  ['another page', { on: '2026-06-30', page: '/people/ada-zzyzx' }],
  ['another site', { on: '2026-06-30', page: 'https://elsewhere.example' }],
  ['nothing', {}],
])('%s is refused when it is posted, and when it comes back from a row', async (_, params) => {
  const invalid = { code: 'NOTICE_INVALID' };
  await expect(keptBy('GRANT_ENDING', params)).rejects.toMatchObject(invalid);
  expect(() => renderNotice({ kind: 'GRANT_ENDING', params }, PUBLIC_URL)).toThrow(
    expect.objectContaining(invalid),
  );
});

test('no type lets a name or a reference in', () => {
  const notice = (posted: PostedNotice<'AGENCY_WITHDRAWN'>): unknown => posted;
  const base = { kind: 'AGENCY_WITHDRAWN', to: { account: '' }, at: new Date() } as const;
  const params = {
    agency: { agencyName: 'Fernhollow School' },
    on: '2026-06-30',
    page: '/agencies',
  } as const;
  notice({ ...base, params });
  // @ts-expect-error -- no parameter of this name
  notice({ ...base, params: { ...params, childName: 'Ada' } });
  // @ts-expect-error -- no text is an agency's name by itself
  notice({ ...base, params: { ...params, agency: 'Ada' } });
  // @ts-expect-error -- no text is a day
  notice({ ...base, params: { ...params, on: 'when Ada comes' } });
  // @ts-expect-error -- no page beside those that are known
  notice({ ...base, params: { ...params, page: '/people/ada' } });
  const page: Page = '/agencies';
  expect(PAGES).toContain(page);
});
