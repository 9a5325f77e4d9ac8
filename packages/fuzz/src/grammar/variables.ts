import type { GraphQLArgument, GraphQLInputType } from 'graphql';
import { GraphQLBoolean, isNonNullType } from 'graphql';
import type { Draw } from './draw.ts';
import { inputValue, printed } from './input-value.ts';
import type { Author, Words } from './words.ts';

interface Variable {
  readonly declaration: string;
  readonly value: unknown;
  readonly isSent: boolean;
}

/** Writes arguments, some of them by variables, and keeps what each operation has to declare. */
export class VariableWriter {
  readonly #draw: Draw;
  readonly #given: { readonly author: Author; readonly words: Words };
  readonly #all = new Map<string, Variable>();
  #used = new Set<string>();

  constructor(draw: Draw, given: { readonly author: Author; readonly words: Words }) {
    this.#draw = draw;
    this.#given = given;
  }

  /** From here on another operation. */
  begin(): void {
    this.#used = new Set();
  }

  use(names: Iterable<string>): void {
    for (const name of names) this.#used.add(name);
  }

  /** What a fragment's text uses, which every operation that spreads it has to declare. */
  usedBy(write: () => string): { readonly text: string; readonly used: ReadonlySet<string> } {
    const outside = this.#used;
    this.#used = new Set();
    const text = write();
    const used = this.#used;
    this.#used = outside;
    return { text, used };
  }

  /** `(a: 1, b: $v1)`, or nothing. */
  arguments(args: readonly GraphQLArgument[], answers: string): string {
    const given = args
      .filter((arg) => (isNonNullType(arg.type) ? !this.#draw.percent(1) : this.#draw.percent(25)))
      .map((arg) => `${arg.name}: ${this.#argument(arg, answers)}`);
    return given.length === 0 ? '' : `(${given.join(', ')})`;
  }

  /** ` @include(if: …)` or ` @skip(if: …)`, mostly such that what follows stays. */
  condition(): string {
    const isInclude = this.#draw.percent(50);
    const value = this.#draw.percent(70) ? isInclude : !isInclude;
    const text = this.#draw.percent(60)
      ? this.#variable(GraphQLBoolean, value, 'Boolean!')
      : String(value);
    return ` @${isInclude ? 'include' : 'skip'}(if: ${text})`;
  }

  /** `($v1: Int, …)` of what this operation uses, or nothing. */
  declared(): string {
    const declarations = [...this.#used].map((name) => this.#all.get(name)?.declaration ?? '');
    return declarations.length === 0 ? '' : `(${declarations.join(', ')})`;
  }

  values(): Readonly<Record<string, unknown>> {
    const sent = [...this.#all].filter(([, { isSent }]) => isSent);
    return Object.fromEntries(sent.map(([name, { value }]) => [name, value]));
  }

  #argument({ name, type }: GraphQLArgument, answers: string): string {
    const { author, words } = this.#given;
    const value = inputValue(this.#draw, type, { argument: name, answers, author }, words);
    return this.#draw.percent(50) ? this.#variable(type, value, String(type)) : printed(value);
  }

  #variable(type: GraphQLInputType, value: unknown, declared: string): string {
    const name = `v${this.#all.size + 1}`;
    const isDefault = this.#draw.percent(10) && value !== null && !isNonNullType(type);
    const isSent = !isDefault || this.#draw.percent(50);
    const declaration = `$${name}: ${declared}${isDefault ? ` = ${printed(value)}` : ''}`;
    this.#all.set(name, { declaration, value, isSent });
    this.#used.add(name);
    return `$${name}`;
  }
}
