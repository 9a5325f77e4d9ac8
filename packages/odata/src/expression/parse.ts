import { unsupported } from '../refusing.ts';
import type { Comparison, Expression, Literal, Operand, TextFunction } from './expression.ts';
import { COMPARISONS, TEXT_FUNCTIONS } from './expression.ts';
import { readLiteral } from './literal.ts';
import { Reader } from './reader.ts';

/** How deep parentheses and negations may be nested, and how many parts an expression may have. */
export const DEEPEST = 20;
export const MOST_PARTS = 200;

const SUPPORTED =
  'and, or, not, eq, ne, gt, ge, lt, le, in, contains, startswith, endswith over properties and values';

/**
 * Parses an expression that chooses rows; whether its properties exist and fit is another matter.
 * @throws Refusal QUERY_OPTION_INVALID, QUERY_OPTION_UNSUPPORTED
 */
export function parseExpression(text: string, option = '$filter'): Expression {
  const reader = new Reader(text, option);
  const expression = readExpression(reader);
  reader.requireEnd();
  return expression;
}

/** Reads an expression that something else may follow. */
export function readExpression(reader: Reader): Expression {
  return new ExpressionParser(reader).either();
}

class ExpressionParser {
  readonly #reader: Reader;
  #depth = 0;
  #parts = 0;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  either(): Expression {
    let left = this.#both();
    while (this.#reader.takeIf('or')) left = { kind: 'OR', left, right: this.#both() };
    return left;
  }

  #both(): Expression {
    let left = this.#one();
    while (this.#reader.takeIf('and')) left = { kind: 'AND', left, right: this.#one() };
    return left;
  }

  #one(): Expression {
    this.#parts += 1;
    if (this.#parts > MOST_PARTS) throw this.#reader.expected(`at most ${MOST_PARTS} parts`);
    if (this.#reader.takeIf('not'))
      return { kind: 'NOT', operand: this.#deeper(() => this.#one()) };
    if (this.#reader.takeIf('(')) {
      const inner = this.#deeper(() => this.either());
      this.#reader.require(')');
      return inner;
    }
    return this.#test();
  }

  #deeper<Read>(read: () => Read): Read {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#reader.expected(`at most ${DEEPEST} levels`);
    const inner = read();
    this.#depth -= 1;
    return inner;
  }

  #test(): Expression {
    const reader = this.#reader;
    const called = this.#call();
    if (called !== null) return called;
    const left = this.#operand();
    const { kind, text } = reader.next;
    if (kind !== 'NAME' || text === 'and' || text === 'or') return { kind: 'IS', operand: left };
    if (reader.takeIf('in')) return this.#among(left);
    const operator = COMPARISONS.find((each) => each === text);
    if (operator === undefined) throw unsupported(reader.option, SUPPORTED);
    reader.take();
    return this.#comparison(left, operator);
  }

  #comparison(left: Operand, operator: Comparison): Expression {
    return { kind: 'COMPARE', operator, left, right: this.#operand() };
  }

  #among(left: Operand): Expression {
    const reader = this.#reader;
    if (left.kind !== 'PROPERTY') throw unsupported(reader.option, 'in with a property before it');
    reader.require('(');
    const among: Literal[] = [];
    do {
      const literal = readLiteral(reader);
      if (literal === null) throw reader.expected('a value');
      among.push(literal);
    } while (reader.takeIf(','));
    reader.require(')');
    return { kind: 'IN', property: left.name, among };
  }

  #call(): Expression | null {
    const reader = this.#reader;
    const { next, following } = reader;
    if (next.kind !== 'NAME' || following.text !== '(' || following.kind !== 'SIGN') return null;
    const name: TextFunction | undefined = TEXT_FUNCTIONS.find((each) => each === next.text);
    if (name === undefined) throw unsupported(reader.option, SUPPORTED);
    reader.take();
    reader.require('(');
    const subject = this.#operand();
    reader.require(',');
    const part = this.#operand();
    reader.require(')');
    return { kind: 'CALL', name, subject, part };
  }

  #operand(): Operand {
    const reader = this.#reader;
    const literal = readLiteral(reader);
    if (literal !== null) return literal;
    if (reader.next.kind === 'NAME' && reader.following.text === '(')
      throw unsupported(reader.option, SUPPORTED);
    const name = reader.name();
    if (reader.next.text === '/' && reader.next.kind === 'SIGN')
      throw unsupported(reader.option, SUPPORTED);
    return { kind: 'PROPERTY', name };
  }
}
