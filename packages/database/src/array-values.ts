/**
 * Reads PostgreSQL's array text, e.g. `{a,NULL,"b \"c\""}`, nested to any depth (manual 8.15.6).
 * The driver's own reader takes NULL for the word, so it is not used.
 */
export function parseArray(text: string, parseElement: (text: string) => unknown): unknown[] {
  const cursor = { text, at: text.indexOf('{') };
  return readArray(cursor, parseElement);
}

/** Writes an array as PostgreSQL's text. */
export function formatArray(
  elements: readonly unknown[],
  formatElement: (value: unknown) => string,
): string {
  const written = elements.map((element: unknown) => {
    if (element === null || element === undefined) return 'NULL';
    if (Array.isArray(element)) return formatArray(element, formatElement);
    return `"${formatElement(element).replaceAll(/["\\]/g, '\\$&')}"`;
  });
  return `{${written.join(',')}}`;
}

interface Cursor {
  readonly text: string;
  at: number;
}

function readArray(cursor: Cursor, parseElement: (text: string) => unknown): unknown[] {
  const elements: unknown[] = [];
  cursor.at += 1;
  while (cursor.at < cursor.text.length) {
    const sign = cursor.text[cursor.at];
    if (sign === '}') {
      cursor.at += 1;
      break;
    }
    if (sign === ',') cursor.at += 1;
    else if (sign === '{') elements.push(readArray(cursor, parseElement));
    else if (sign === '"') elements.push(parseElement(readQuoted(cursor)));
    else elements.push(readBare(cursor, parseElement));
  }
  return elements;
}

function readQuoted(cursor: Cursor): string {
  let read = '';
  cursor.at += 1;
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '"') {
    if (cursor.text[cursor.at] === '\\') cursor.at += 1;
    read += cursor.text[cursor.at] ?? '';
    cursor.at += 1;
  }
  cursor.at += 1;
  return read;
}

function readBare(cursor: Cursor, parseElement: (text: string) => unknown): unknown {
  const start = cursor.at;
  while (cursor.at < cursor.text.length && !/[,}]/.test(cursor.text[cursor.at] ?? ''))
    cursor.at += 1;
  const bare = cursor.text.slice(start, cursor.at);
  return bare === 'NULL' ? null : parseElement(bare);
}
