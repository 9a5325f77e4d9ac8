import type { GraphQLInputType } from 'graphql';
import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Draw } from './draw.ts';
import type { Author, Words } from './words.ts';

/** Where a value is put: an argument of a field that answers with a type. */
export interface Place {
  readonly argument: string;
  readonly answers: string;
  readonly author: Author;
}

/** An enum's value, which is a name in a literal and a text in variables. */
export class EnumName {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  toJSON(): string {
    return this.name;
  }
}

const WRONG: readonly unknown[] = [
  ...[null, true, 0, -1, 1.5, 1e308, 2 ** 31, '', 'x', [], {}, [null], { a: 1 }, [[1]]],
  ...['\u0000', '\ud800', new EnumName('NO_SUCH_VALUE')],
];
const TEXTS: readonly string[] = [
  ...['', ' ', "' OR 1=1 --", '"}', '\\', '%', '\u202e', 'é'.repeat(300), '$1', '{{x}}'],
  ...['00000000-0000-4000-8000-000000000000', '__proto__', 'EH-000001', '\u0000'],
];
const DATES = ['2026-06-17', '0001-01-01', '9999-12-31', '1000-01-09', '2024-02-29'];
const BAD_DATES = ['2023-02-30', '10000-01-01', 'today', '2026-6-1'];
/** Mostly pages that a frontend would ask for. */
const NUMBERS = [1, 2, 3, 5, 1, 2, 3, 20, 100, 0, -1, 101, 2 ** 31 - 1];

/** A value for an input type; a small share is of the wrong kind. */
export function inputValue(
  draw: Draw,
  type: GraphQLInputType,
  place: Place,
  words: Words,
): unknown {
  if (draw.percent(1)) return draw.one(WRONG);
  if (isNonNullType(type)) return inputValue(draw, type.ofType, place, words);
  if (draw.percent(4)) return null;
  if (isListType(type))
    return Array.from({ length: draw.between(0, 3) }, () =>
      inputValue(draw, type.ofType, place, words),
    );
  if (isEnumType(type)) return new EnumName(draw.one(type.getValues()).name);
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isRequiredInputField(field) || draw.percent(35))
        .map(({ name, type: inner }) => [
          name,
          inputValue(draw, inner, { ...place, argument: name }, words),
        ]),
    );
  return scalarValue(draw, type.name, place, words);
}

function scalarValue(draw: Draw, scalar: string, place: Place, words: Words): unknown {
  switch (scalar) {
    case 'Int':
      return draw.one(NUMBERS);
    case 'Float':
      return draw.one([...NUMBERS, 0.5]);
    case 'Boolean':
      return draw.percent(50);
    case 'Date':
    case 'DateTime':
      return draw.one(draw.percent(90) ? DATES : BAD_DATES);
    case 'Month':
      return draw.one(['2026-01', '2025-11', '2026-13', '0000-00']);
    case '_Any':
      return {
        __typename: place.answers,
        id: textValue(draw, { ...place, argument: 'id' }, words),
      };
    default:
      return textValue(draw, place, words);
  }
}

function textValue(draw: Draw, { argument, answers, author }: Place, words: Words): string {
  const isCursor = answers.endsWith('Connection') && ['after', 'before'].includes(argument);
  const own = words.visible(answers, argument, author);
  if (own.length > 0 && draw.percent(65)) return draw.one(own);
  const pool = isCursor ? words.cursors : words.all(answers, argument);
  if (pool.length > 0 && draw.percent(70)) return draw.one(pool);
  return draw.one(draw.percent(30) ? words.ids() : TEXTS);
}

/** A value as GraphQL writes it. */
export function printed(value: unknown): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(printed).join(', ')}]`;
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, inner]) => `${name}: ${printed(inner)}`)
      .join(', ')}}`;
  return String(value);
}
