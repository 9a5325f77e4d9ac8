/** A piece of an expression: what it is and how it is written. */
export interface Token {
  readonly kind: 'NUMBER' | 'TEXT' | 'NAME' | 'SIGN' | 'END';
  readonly text: string;
}

const PIECE =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<text>"(?:[^"\\]|\\.)*")|(?<name>[A-Za-z_]\w*)|(?<sign>&&|\|\||[=!<>]=|[-+*/%<>!?:.,()[\]]))/y;

/** @throws Error on a character that no piece begins with */
export function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < source.trimEnd().length) {
    const found = PIECE.exec(source)?.groups;
    if (found === undefined) throw new Error(`Not read as an expression: ${source}`);
    const { number, text, name, sign } = found;
    if (number !== undefined) tokens.push({ kind: 'NUMBER', text: number });
    else if (text !== undefined) tokens.push({ kind: 'TEXT', text: JSON.parse(text) as string });
    else if (name !== undefined) tokens.push({ kind: 'NAME', text: name });
    else tokens.push({ kind: 'SIGN', text: sign ?? '' });
  }
  return [...tokens, { kind: 'END', text: '' }];
}
