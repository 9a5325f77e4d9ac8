/** What the tour writes on: how wide, and whether it shows colour. */
export interface Terminal {
  readonly width: number;
  paint(tone: Tone, text: string): string;
}

/** How a piece of text is meant. */
export type Tone = 'STRONG' | 'WITHHELD' | 'FAINT' | 'PLAIN';

const CODES: Readonly<Record<Tone, readonly [string, string]>> = {
  STRONG: ['\u001b[1m', '\u001b[22m'],
  WITHHELD: ['\u001b[33m', '\u001b[39m'],
  FAINT: ['\u001b[2m', '\u001b[22m'],
  PLAIN: ['', ''],
};

const NARROWEST = 80;
const WIDEST = 160;
const OF_A_FILE = 120;

/** The terminal behind a stream: colour only where it is one and wants it (NO_COLOR), width within what is readable. */
export function terminalOf(
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'hasColors'>,
): Terminal {
  const isTerminal = stream.isTTY === true;
  const coloured = isTerminal && stream.hasColors();
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, isTerminal ? stream.columns : OF_A_FILE)),
    paint: (tone, text) => (coloured ? `${CODES[tone][0]}${text}${CODES[tone][1]}` : text),
  };
}
