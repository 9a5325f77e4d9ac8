import { malformed } from '../refusing.ts';

/** A word of an expression, and where it begins. */
export interface Token {
  readonly kind: 'NAME' | 'TEXT' | 'NUMBER' | 'MOMENT' | 'DAY' | 'SIGN' | 'END';
  readonly text: string;
  readonly at: number;
}

/** The longest that one option may be: an incremental refresh asks in some hundred characters. */
export const LONGEST_OPTION = 8_000;

const FORMS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['TEXT', /'(?:[^']|'')*'/y],
  [
    'MOMENT',
    /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})(?![\w.])/y,
  ],
  ['DAY', /\d{4}-\d{2}-\d{2}(?![\w:.-])/y],
  ['NUMBER', /-?\d{1,15}(?:\.\d{1,15})?(?![\w.])/y],
  ['NAME', /[A-Za-z_]\w{0,127}/y],
  ['SIGN', /[(),/*$]/y],
];

/** Splits an expression into its words. @throws Refusal QUERY_OPTION_INVALID */
export function tokensOf(text: string, option: string): readonly Token[] {
  if (text.length > LONGEST_OPTION) throw malformed(option, `at most ${LONGEST_OPTION} characters`);
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    if (token === null) throw malformed(option, 'a name, a value, or one of ( ) ,', at);
    tokens.push(token);
    at = skipSpace(text, at + token.text.length);
  }
  return [...tokens, { kind: 'END', text: '', at }];
}

function tokenAt(text: string, at: number): Token | null {
  for (const [kind, form] of FORMS) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) return { kind, text: found[0], at };
  }
  return null;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at;
}
