import type { Cell } from './cell.ts';
import { cellText, markOf } from './cell.ts';
import type { Piece } from './columns.ts';
import { shareWidth, sideBySide } from './columns.ts';
import { LINE_GROUPS } from './lines.ts';
import type { Received } from './received.ts';
import type { Terminal, Tone } from './terminal.ts';
import { paragraph } from './wrap.ts';

/** The longest label. */
const LABEL = 14;
/** From this width on, a line of the table is rarely broken. */
const ROOMY = 120;
/** Below this, a cell says its reason with a letter. */
const WORDS_NEED = 16;

const TONES: Readonly<Record<Cell['kind'], Tone>> = {
  VALUE: 'PLAIN',
  WITHHELD: 'WITHHELD',
  NOTHING: 'FAINT',
  NOT_FOUND: 'FAINT',
  REPORTING_ONLY: 'FAINT',
};

/** What each person got, line by line, as one table. */
export function drawTable(received: readonly Received[], terminal: Terminal): string {
  const widths = shareWidth(
    terminal.width,
    LABEL,
    received.map((one) => ownNeed(one, terminal.width)),
  );
  const style = styleOf(widths, received);
  const plain = (text: string): string => text;
  const strong = (text: string): string => terminal.paint('STRONG', text);
  const head = sideBySide(
    [
      { text: '', paint: plain },
      ...received.map(({ reader }) => ({ text: reader.name, paint: strong })),
    ],
    widths,
  );
  const under = sideBySide(
    [
      { text: '', paint: plain },
      ...received.map(({ reader }) => ({ text: reader.as, paint: plain })),
    ],
    widths,
  );
  const out = [...head, ...under];
  let position = 0;
  for (const { title, lines } of LINE_GROUPS) {
    out.push('', strong(title));
    for (const { label } of lines) {
      const cells = received.flatMap((one) => one.cells[position] ?? []);
      const pieces: readonly Piece[] = cells.map((cell) => ({
        text: cellText(cell, style),
        paint: (text) => terminal.paint(TONES[cell.kind], text),
      }));
      out.push(...sideBySide([{ text: label, paint: plain }, ...pieces], widths));
      position += 1;
    }
  }
  return [...out, '', ...legend(received, style, terminal)].join('\n');
}

/** Columns that hold reasons decide whether there is room for words. */
function styleOf(widths: readonly number[], received: readonly Received[]): 'WORDS' | 'MARKS' {
  const holding = received.flatMap((one, index) =>
    one.cells.some(({ kind }) => kind === 'WITHHELD') ? (widths[index + 1] ?? 0) : [],
  );
  return Math.min(...holding) >= WORDS_NEED ? 'WORDS' : 'MARKS';
}

/** A column that says the same on every line needs its words in one line each, where they are few; null for one that holds values. */
function ownNeed({ reader, cells }: Received, width: number): number | null {
  if (cells.some(({ kind }) => kind === 'VALUE' || kind === 'WITHHELD')) return null;
  const unbroken = width >= ROOMY ? 16 : 9;
  const texts = cells.map((cell) => cellText(cell, 'WORDS'));
  const pieces = [
    ...texts.flatMap((text) => (text.length <= unbroken ? [text] : text.split(' '))),
    ...reader.name.split(' '),
    ...reader.as.split(' '),
  ];
  return Math.max(...pieces.map(({ length }) => length));
}

function legend(
  received: readonly Received[],
  style: 'WORDS' | 'MARKS',
  { width }: Terminal,
): readonly string[] {
  const reasons = new Map(
    received.flatMap(({ access }) =>
      access.map((entry) => [entry.code, `${entry.code} [${entry.clause}]`] as const),
    ),
  );
  return [
    ...(style === 'WORDS'
      ? []
      : [...reasons].map(([code, text]) => paragraph(`${markOf(code)} ${text}`, width, ''))),
    paragraph('–  the answer holds nothing here and gives no reason', width, ''),
  ];
}
