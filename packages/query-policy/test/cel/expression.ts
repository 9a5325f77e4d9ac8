import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** An expression of CEL, as far as the conformance shapes use it. */
export type Expression =
  | { readonly kind: 'VALUE'; readonly value: string | number | boolean | null }
  | { readonly kind: 'LIST'; readonly items: readonly Expression[] }
  /** `R.attr.parent.aString` is the path `R attr parent aString`. */
  | { readonly kind: 'PATH'; readonly path: readonly string[] }
  | { readonly kind: 'CALL'; readonly name: string; readonly given: readonly Expression[] }
  | { readonly kind: 'INDEX'; readonly of: Expression; readonly at: Expression }
  | { readonly kind: 'NOT'; readonly part: Expression }
  | { readonly kind: 'MINUS'; readonly part: Expression }
  | {
      readonly kind: 'BINARY';
      readonly sign: string;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'CHOICE';
      readonly when: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

/** Signs that bind equally, the loosest first. */
const LEVELS = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>=', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
];

const CONSTANTS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** @throws Error on what is no expression */
export function parseExpression(source: string): Expression {
  const reader = new Reader(tokensOf(source));
  const expression = reader.choice();
  reader.expectEnd(source);
  return expression;
}

class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  choice(): Expression {
    const when = this.#level(0);
    if (!this.#take('?')) return when;
    const then = this.choice();
    this.#expect(':');
    return { kind: 'CHOICE', when, then, otherwise: this.choice() };
  }

  expectEnd(source: string): void {
    if (this.#token().kind !== 'END') throw new Error(`Read only in part: ${source}`);
  }

  #level(index: number): Expression {
    const signs = LEVELS[index];
    if (signs === undefined) return this.#unary();
    let left = this.#level(index + 1);
    for (let sign = this.#takeOneOf(signs); sign !== null; sign = this.#takeOneOf(signs))
      left = { kind: 'BINARY', sign, left, right: this.#level(index + 1) };
    return left;
  }

  #unary(): Expression {
    if (this.#take('!')) return { kind: 'NOT', part: this.#unary() };
    if (this.#take('-')) return { kind: 'MINUS', part: this.#unary() };
    return this.#followed(this.#primary());
  }

  #followed(first: Expression): Expression {
    let of = first;
    for (;;) {
      if (this.#take('.')) of = this.#member(of, this.#next().text);
      else if (this.#take('[')) of = { kind: 'INDEX', of, at: this.#closed(']') };
      else return of;
    }
  }

  #member(of: Expression, name: string): Expression {
    if (this.#take('(')) return { kind: 'CALL', name, given: [of, ...this.#listUntil(')')] };
    if (of.kind !== 'PATH') return { kind: 'INDEX', of, at: { kind: 'VALUE', value: name } };
    return { kind: 'PATH', path: [...of.path, name] };
  }

  #primary(): Expression {
    const { kind, text } = this.#next();
    if (kind === 'NUMBER') return { kind: 'VALUE', value: Number(text) };
    if (kind === 'TEXT') return { kind: 'VALUE', value: text };
    if (text === '(') return this.#closed(')');
    if (text === '[') return { kind: 'LIST', items: this.#listUntil(']') };
    if (kind !== 'NAME') throw new Error(`Nothing begins with ${text}`);
    const constant = CONSTANTS.get(text);
    if (constant !== undefined) return { kind: 'VALUE', value: constant };
    if (this.#take('(')) return { kind: 'CALL', name: text, given: this.#listUntil(')') };
    return { kind: 'PATH', path: [text] };
  }

  #closed(sign: string): Expression {
    const inner = this.choice();
    this.#expect(sign);
    return inner;
  }

  #listUntil(sign: string): readonly Expression[] {
    const items: Expression[] = [];
    while (!this.#take(sign)) {
      items.push(this.choice());
      this.#take(',');
    }
    return items;
  }

  #token(): Token {
    return this.#tokens[this.#at] ?? { kind: 'END', text: '' };
  }

  #next(): Token {
    const token = this.#token();
    if (token.kind === 'END') throw new Error('The expression ends too early.');
    this.#at += 1;
    return token;
  }

  #take(sign: string): boolean {
    return this.#takeOneOf([sign]) !== null;
  }

  #takeOneOf(signs: readonly string[]): string | null {
    const { kind, text } = this.#token();
    if (kind === 'TEXT' || !signs.includes(text)) return null;
    this.#at += 1;
    return text;
  }

  #expect(sign: string): void {
    if (!this.#take(sign)) throw new Error(`${sign} is missing.`);
  }
}
