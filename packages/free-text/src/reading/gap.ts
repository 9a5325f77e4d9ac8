const SPACE = /^\s$/;
const LINE_BREAK = /^[\n\v\f\r\u0085\u2028\u2029]$/;
/** Spaces, dashes, quotation marks and the like leave one expression whole; other marks do not. */
const JOINING = /^[\s\p{Pd}\p{Pi}\p{Pf}\p{Default_Ignorable_Code_Point}\p{M}'"`´/_*~]$/u;
const BULLET = /^[\p{Pd}•●○▪◦·‣>#*]$/u;
const CLOSING = /^['"’”)\]}»]$/;
const STOP = /^[.…]$/;
const HARD_STOP = /^[!?;。！？；]$/;

/** What stands between two words. */
export interface Gap {
  /** Whether the words around it may belong to one expression. */
  readonly joins: boolean;
  /** Whether a sentence or clause ends here: by more than a single full stop or line break, always. */
  readonly ends: 'NEVER' | 'BEFORE_A_CAPITAL' | 'AFTER_NO_ABBREVIATION' | 'ALWAYS';
  /** Where the clause before ends, closing marks included; the next one starts with what is no space after it. */
  readonly cut: number;
}

/** Reads a gap once, from left to right. */
export function gapIn(text: string, from: number, to: number): Gap {
  let joins = true;
  let ends = 'NEVER' as Gap['ends'];
  let cut = to;
  let lines = 0;
  for (let at = from; at < to; ) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = at + character.length;
    joins &&= JOINING.test(character);
    if (isLineBreak(text, at)) {
      lines += 1;
      if (ends === 'NEVER') cut = at;
      ends = lines > 1 || ends === 'ALWAYS' ? 'ALWAYS' : 'BEFORE_A_CAPITAL';
    } else if (lines > 0 && BULLET.test(character)) {
      ends = 'ALWAYS';
    } else if (ends === 'NEVER' && (STOP.test(character) || HARD_STOP.test(character))) {
      const run = stopsFrom(text, at, to);
      if (run.hard || SPACE.test(text.charAt(run.end))) {
        ends = run.hard ? 'ALWAYS' : 'AFTER_NO_ABBREVIATION';
        cut = run.end;
      }
      at = run.end;
      continue;
    }
    at = next;
  }
  return { joins, ends, cut };
}

/** Whether a line that begins like this is a clause of its own, whatever stands before it. */
export function startsLine(line: string): boolean {
  return BULLET.test(line.charAt(0)) || /^[\p{Lu}\p{N}]/u.test(line);
}

function isLineBreak(text: string, at: number): boolean {
  const character = text.charAt(at);
  return LINE_BREAK.test(character) && !(character === '\n' && text.charAt(at - 1) === '\r');
}

/** Full stops, question marks and closing marks in one run, of which the first is a stop. */
function stopsFrom(text: string, from: number, to: number): { end: number; hard: boolean } {
  let end = from;
  let hard = false;
  for (; end < to; end += 1) {
    const character = text.charAt(end);
    if (HARD_STOP.test(character)) hard = true;
    else if (!STOP.test(character) && !CLOSING.test(character)) break;
  }
  return { end, hard };
}
