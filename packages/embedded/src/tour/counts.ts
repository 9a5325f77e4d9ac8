import { z } from 'zod';
import { sideBySide } from './columns.ts';
import { ask, readAnswer } from './gate.ts';
import type { Terminal } from './terminal.ts';
import { paragraph } from './wrap.ts';

const QUERY = `{
  episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) {
    profile { name suppressUpTo roundTo }
    cells { periodStart members { code } measure value symbol }
  }
}`;

const cell = z.object({
  periodStart: z.string(),
  members: z.array(z.object({ code: z.string() })),
  measure: z.string(),
  value: z.number().nullable(),
  symbol: z.string().nullable(),
});

const schema = z.object({
  data: z.object({
    episodeCounts: z.object({
      profile: z.object({ name: z.string(), suppressUpTo: z.number(), roundTo: z.number() }),
      cells: z.array(cell),
    }),
  }),
});

/** The protected counts that an analyst gets from the other contract. */
export type Counts = z.infer<typeof schema>['data']['episodeCounts'];

/** Asks the aggregates' contract. @throws Fault TOUR_UNANSWERED */
export async function askCounts(url: string, token: string): Promise<Counts> {
  const path = '/reporting/graphql';
  const text = await ask(url, {
    token,
    path,
    purpose: 'PLANNING_AND_REPORTING',
    query: QUERY,
    variables: {},
  });
  return readAnswer(schema, text, path).data.episodeCounts;
}

const MONTHS = 4;
const COLUMNS = [
  { title: 'opened', agencyKind: null, measure: 'OPENED' },
  { title: 'open at end', agencyKind: null, measure: 'OPEN_AT_END' },
  { title: 'led by schools', agencyKind: 'SCHOOL', measure: 'OPEN_AT_END' },
  { title: 'by health', agencyKind: 'HEALTH', measure: 'OPEN_AT_END' },
  { title: 'by police', agencyKind: 'POLICE', measure: 'OPEN_AT_END' },
] as const;

/** The latest months as a small table, with what the profile did to them. */
export function drawCounts({ cells, profile }: Counts, terminal: Terminal): string {
  const months = [...new Set(cells.map(({ periodStart }) => periodStart.slice(0, 7)))]
    .toSorted()
    .slice(-MONTHS);
  const widths = [9, ...COLUMNS.map(({ title }) => title.length)];
  const plain = (text: string): string => text;
  const row = (texts: readonly string[]): string =>
    `  ${sideBySide(
      texts.map((text) => ({ text, paint: plain })),
      widths,
    ).join('\n  ')}`;
  return [
    row(['families', ...COLUMNS.map(({ title }) => title)]),
    ...months.map((month) => row([month, ...COLUMNS.map((column) => shown(cells, month, column))])),
    paragraph(
      `Under profile ${profile.name}: 1 to ${profile.suppressUpTo} families, or what one agency alone made, is c (confidential); the rest is rounded to ${profile.roundTo}.`,
      terminal.width,
    ),
  ].join('\n');
}

function shown(
  cells: Counts['cells'],
  month: string,
  { agencyKind, measure }: (typeof COLUMNS)[number],
): string {
  const found = cells.find(
    (each) =>
      each.periodStart.startsWith(month) &&
      (each.members[0]?.code ?? null) === agencyKind &&
      each.measure === measure,
  );
  return found?.symbol ?? String(found?.value ?? '');
}
