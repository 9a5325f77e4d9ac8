/** Characters of a name that are repeated. */
const MOST_SHOWN = 60;

/** A name as findings and logs repeat it: quoted, printable ASCII only, never long. */
export function shownName(text: string): string {
  const cut = text.slice(0, MOST_SHOWN);
  const escaped = JSON.stringify(cut).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.length > MOST_SHOWN ? `${escaped}…` : escaped;
}

/** What kind of thing a value is; nothing of the value itself. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  switch (typeof value) {
    case 'string':
      return value === '' ? 'an empty text' : 'a text';
    case 'number':
      return Number.isFinite(value) ? 'a number' : 'a number without end';
    case 'boolean':
      return 'true or false';
    case 'object':
      return 'an object';
    default:
      return `a ${typeof value}`;
  }
}

/** A name where the value is one, otherwise its kind. */
export function shown(value: unknown): string {
  return typeof value === 'string' && value !== '' ? shownName(value) : kindOf(value);
}

/** One more step of a JSON pointer; a key that is no plain name is escaped and shortened. */
export function at(part: string, key: string | number): string {
  const text = String(key);
  return `${part}/${/^[$\w.-]{1,60}$/.test(text) ? text : shownName(text).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}
