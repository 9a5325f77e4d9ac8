import type { Draw } from './draw.ts';

/** Names that GraphQL allows and careless code trips over: those of `Object.prototype`, of answers and of ours. */
const HOSTILE = [
  ...['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'isPrototypeOf', 'toLocaleString'],
  ...['prototype', 'then', 'length', 'data', 'errors', 'extensions', 'id', 'node', 'withheld'],
  ...['_', '_entities', 'null', 'true', 'on', 'a'.repeat(90)],
];
/** Reserved: they must be refused. */
const RESERVED = ['__proto__', '__typename', '__defineGetter__', '__postern'];

/** Response names of a document, each bound to one field and its arguments, so that no two selections conflict. */
export class ResponseNames {
  readonly #bound = new Map<string, string>();
  #plain = 0;
  #reservedIn: number;

  /** Few documents use a reserved name, those that do somewhere among their first fields. */
  constructor(draw: Draw) {
    this.#reservedIn = draw.percent(2) ? draw.between(1, 6) : 0;
  }

  /** The alias under which a field is asked for; null for its own name. */
  choose(draw: Draw, field: string, signature: string): string | null {
    this.#reservedIn -= 1;
    if (this.#reservedIn === 0) return draw.one(RESERVED);
    if (draw.percent(9)) {
      const alias = draw.one(HOSTILE);
      if (this.#binds(alias, signature)) return alias;
    }
    if (!draw.percent(6) && this.#binds(field, signature)) return null;
    this.#plain += 1;
    const alias = `a${this.#plain}`;
    this.#bound.set(alias, signature);
    return alias;
  }

  #binds(name: string, signature: string): boolean {
    const known = this.#bound.get(name);
    if (known === undefined) this.#bound.set(name, signature);
    return known === undefined || known === signature;
  }
}

/** The name of an operation. */
export function operationName(draw: Draw, index: number): string {
  if (draw.percent(1)) return draw.one(RESERVED);
  return draw.percent(10) ? draw.one(HOSTILE) : `Query${index}`;
}
