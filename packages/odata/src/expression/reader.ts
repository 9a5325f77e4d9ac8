import { malformed } from '../refusing.ts';
import type { Token } from './tokens.ts';
import { tokensOf } from './tokens.ts';

/** Reads the words of one option from left to right. */
export class Reader {
  readonly option: string;
  readonly #tokens: readonly Token[];
  #at = 0;

  /** @throws Refusal QUERY_OPTION_INVALID */
  constructor(text: string, option: string) {
    this.option = option;
    this.#tokens = tokensOf(text, option);
  }

  get next(): Token {
    return this.#ahead(0);
  }

  get following(): Token {
    return this.#ahead(1);
  }

  take(): Token {
    const token = this.next;
    if (token.kind !== 'END') this.#at += 1;
    return token;
  }

  /** Takes the next word where it is this one. */
  takeIf(text: string): boolean {
    const { next } = this;
    const isIt = (next.kind === 'NAME' || next.kind === 'SIGN') && next.text === text;
    if (isIt) this.take();
    return isIt;
  }

  /** @throws Refusal QUERY_OPTION_INVALID */
  require(text: string): void {
    if (!this.takeIf(text)) throw this.expected(text);
  }

  /** @throws Refusal QUERY_OPTION_INVALID */
  requireEnd(): void {
    if (this.next.kind !== 'END') throw this.expected('the end');
  }

  /** @throws Refusal QUERY_OPTION_INVALID */
  name(): string {
    if (this.next.kind !== 'NAME') throw this.expected('a name');
    return this.take().text;
  }

  expected(what: string): Error {
    return malformed(this.option, what, this.next.at);
  }

  #ahead(by: number): Token {
    const { length } = this.#tokens;
    return this.#tokens[Math.min(this.#at + by, length - 1)] as Token;
  }
}
