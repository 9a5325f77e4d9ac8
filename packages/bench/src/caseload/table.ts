import { CONTESTANT_NAMES } from './contestants/contestants.ts';
import type { CaseloadFigures } from './run-caseload.ts';

const HEADINGS = [
  '',
  'req/s',
  'p50 ms',
  'p99 ms',
  'CPU ms',
  'node',
  'postgres',
  'statements',
  'kB',
];

/** The figures as a table to read. */
export function caseloadTable(figures: CaseloadFigures): string {
  const rows = CONTESTANT_NAMES.map((name) => {
    const { requestsPerSecond, p50, p99, cpu } = figures.contestants[name];
    const kilobytes = (figures.bytes[name] / 1_000).toFixed(1);
    const numbers = [requestsPerSecond, p50, p99, cpu.total, cpu.node, cpu.postgres];
    return [name, ...numbers.map(String), figures.statements[name].toFixed(1), kilobytes];
  });
  const { settings, ratios } = figures;
  return [
    `Caseload of ${figures.episodesPerCaseload} among ${settings.episodes} episodes: ${settings.rounds} rounds of ${settings.requests} requests over ${settings.connections} connections, seed ${settings.seed}`,
    '',
    ...aligned([HEADINGS, ...rows]),
    '',
    ...CONTESTANT_NAMES.map((name) => `${name.padEnd(10)} ${figures.contestants[name].what}`),
    '',
    `CPU ratios, medians of rounds (L is ${figures.L}):`,
    ...Object.entries(ratios).map(
      ([name, { median, least, most }]) => `  ${name.padEnd(12)} ${median}  (${least} to ${most})`,
    ),
    '',
  ].join('\n');
}

function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = Math.max(...rows.map((each) => each[column]?.length ?? 0));
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  '),
  );
}
