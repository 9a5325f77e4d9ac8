import { ROLES } from '@postern/agreements';
import type { ReachLine } from '@postern/policy';
import type { ReachReport } from './reach-report.ts';

const TITLES: Readonly<Record<string, { readonly title: string }>> = ROLES;

/** A report as people read it. */
export function reachText(report: ReachReport): string {
  const { coordinate, dataClass, rules, lines, never } = report;
  const byRole = Map.groupBy(lines, ({ role }) => role);
  return `${[
    `${coordinate} (${dataClass}), by ${rules}.`,
    'Account and agency have to meet every precondition first; without them nobody reads anything.',
    'In each combination everything has to hold at once; the reader is whoever asks, "it" is the record or the entry.',
    ...(lines.length === 0 ? ['', 'Nobody can read it.'] : []),
    ...[...byRole].flatMap(([role, ofRole]) => ['', ...roleText(role, ofRole)]),
    ...unlessText(lines),
    ...(never.length === 0 ? [] : ['', `Never: ${never.map(titleOf).join(', ')}.`]),
  ].join('\n')}\n`;
}

function roleText(role: string, lines: readonly ReachLine[]): readonly string[] {
  const byPurposes = Map.groupBy(lines, ({ purposes }) => purposes.join(', '));
  return [...byPurposes].flatMap(([purposes, alike]) => [
    `${titleOf(role)}, for ${purposes}:`,
    ...alike.flatMap(lineText),
  ]);
}

function lineText({ when, rules, seesRecord }: ReachLine): readonly string[] {
  const asked = when.length === 0 ? ['whenever they ask'] : when;
  return [
    `  - ${asked.join('; ')}${seesRecord ? '' : '; and the record itself can be seen'}`,
    `    by ${rules.map(({ name, clause }) => `${name} (${clause})`).join(', ')}`,
  ];
}

function unlessText(lines: readonly ReachLine[]): readonly string[] {
  const taken = new Map(
    lines.flatMap(({ unless }) => unless).map((one) => [one.name, one] as const),
  );
  if (taken.size === 0) return [];
  return [
    '',
    'Not given all the same, where:',
    ...[...taken.values()].map(({ when, clause, name }) => {
      const free = lines.filter(({ unless }) => unless.every((one) => one.name !== name));
      return `  - ${when} (${clause})${free.length === 0 ? '' : `; this cannot meet ${free.length} of the ${lines.length} combinations`}`;
    }),
  ];
}

function titleOf(role: string): string {
  return role === '*' ? 'Anybody, in whatever role' : (TITLES[role]?.title ?? role);
}
