import { LONGEST_OPTION } from '../expression/tokens.ts';
import { malformed, unsupported } from '../refusing.ts';

export const SERVED_OPTIONS = [
  '$apply',
  '$filter',
  '$orderby',
  '$select',
  '$top',
  '$skip',
  '$count',
  '$skiptoken',
  '$format',
] as const;
export type ServedOption = (typeof SERVED_OPTIONS)[number];

/** The options of a request as their texts. */
export type OptionTexts = Partial<Readonly<Record<ServedOption, string>>>;

const LONGEST_SEARCH = 16_000;
const OF_THE_PROTOCOL = new Set([
  '$expand',
  '$search',
  '$compute',
  '$levels',
  '$deltatoken',
  '$index',
  '$schemaversion',
  '$id',
]);

/**
 * Takes the query part of an address apart; `+` is a blank, as tools send it.
 * @throws Refusal QUERY_OPTION_INVALID for what is unknown, twice there or no text, QUERY_OPTION_UNSUPPORTED
 */
export function readOptionTexts(search: string): OptionTexts {
  const given = search.startsWith('?') ? search.slice(1) : search;
  if (given.length > LONGEST_SEARCH) throw malformed('?', `at most ${LONGEST_SEARCH} characters`);
  const texts: Partial<Record<ServedOption, string>> = {};
  for (const part of given.split('&')) {
    if (part === '') continue;
    const [name = '', ...rest] = part.split('=');
    const option = servedOption(decoded(name));
    if (texts[option] !== undefined) throw malformed(option, 'each option once');
    const text = decoded(rest.join('='));
    if (text.length > LONGEST_OPTION)
      throw malformed(option, `at most ${LONGEST_OPTION} characters`);
    texts[option] = text;
  }
  return texts;
}

function servedOption(name: string): ServedOption {
  const option = SERVED_OPTIONS.find((each) => each === name);
  if (option !== undefined) return option;
  const served = SERVED_OPTIONS.join(', ');
  if (OF_THE_PROTOCOL.has(name)) throw unsupported(name, served);
  // What a caller calls an option may hold anything: it is not said back.
  throw malformed('?', `only ${served}`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw malformed('?', 'text in UTF-8, percent-encoded');
  }
}
