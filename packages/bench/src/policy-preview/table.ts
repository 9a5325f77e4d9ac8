import type { PreviewFigures } from './run-policy-preview.ts';

/** The figures as lines to read. */
export function previewTable(figures: PreviewFigures): string {
  const { settings, drafts, practitioners, processors, load } = figures;
  return [
    `Drafts tried out on ${practitioners} practitioners and ${settings.episodes} episodes by ${settings.sessions} sessions, ${processors} processors, load ${load}`,
    '',
    ...drafts.map(
      ({ draft, accounts, seconds, postgresSeconds, ownSeconds, gaining, losing }) =>
        `${draft}: ${accounts} accounts in ${seconds} s (processor: PostgreSQL ${postgresSeconds} s, own ${ownSeconds} s); ${gaining.people} gain ${gaining.records} records, ${losing.people} lose ${losing.records}`,
    ),
    '',
  ].join('\n');
}
