import type { EpisodeAnswer, WithheldEntry } from './answer.ts';

/** What one person got on one line of the table. */
export type Cell =
  /** `rest`: more of the same field was withheld, e.g. other agencies' entries. */
  | { readonly kind: 'VALUE'; readonly text: string; readonly rest: WithheldEntry | null }
  | { readonly kind: 'WITHHELD'; readonly entry: WithheldEntry }
  /** Null, and the answer says nothing about it: not recorded, or hidden by a protected reason. */
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'NOT_FOUND' }
  | { readonly kind: 'REPORTING_ONLY' };

/** A record of the answer that says what was withheld of it. */
export type Explained = Pick<EpisodeAnswer, 'withheld'>;

/** The cell of one field: its value, or what the record's own `withheld` says of its coordinate. */
export function cellOf(record: Explained, coordinate: string, value: string | null): Cell {
  const entry = record.withheld.find((each) => each.coordinate === coordinate) ?? null;
  if (value !== null && value !== '') return { kind: 'VALUE', text: value, rest: entry };
  return entry === null ? { kind: 'NOTHING' } : { kind: 'WITHHELD', entry };
}

const SHORT_REMEDIES: Readonly<Record<string, string>> = {
  JUSTIFICATION_REQUIRED: 'record a justification',
  ROLE_NOT_PERMITTED: 'not in this role',
};

/** The remedy in few words, or the code where it has no short form. */
function shortRemedy({ code }: WithheldEntry): string {
  return SHORT_REMEDIES[code] ?? code;
}

const LONGEST = 44;

/** The cell's text; `marks` are for columns too narrow to say it in words. */
export function cellText(cell: Cell, style: 'WORDS' | 'MARKS'): string {
  switch (cell.kind) {
    case 'VALUE':
      return `${shortened(cell.text)}${cell.rest === null ? '' : `; others’ entries ${restText(cell.rest, style)}`}`;
    case 'WITHHELD':
      return withheldText(cell.entry, style);
    case 'NOTHING':
      return '–';
    case 'NOT_FOUND':
      return 'not found';
    case 'REPORTING_ONLY':
      return 'reporting only';
  }
}

function withheldText(entry: WithheldEntry, style: 'WORDS' | 'MARKS'): string {
  if (style === 'MARKS') return `withheld ${markOf(entry.code)}`;
  return `withheld: ${shortRemedy(entry)} [${entry.clause}]`;
}

/** Of entries beside the ones shown, only that they are withheld: the remedy stands in the cells around. */
function restText(entry: WithheldEntry, style: 'WORDS' | 'MARKS'): string {
  return style === 'MARKS' ? withheldText(entry, style) : `withheld [${entry.clause}]`;
}

/** A letter for a code, explained under a narrow table. */
export function markOf(code: string): string {
  return `(${code.charAt(0)})`;
}

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`;
}
