/** Texts that stand for a value somebody forgot to put in: `${id}`, `{{id}}`, `<%= id %>`, `:id`, `$id`, `@id`, `%s`, `?`, `<id>`. */
const PLACEHOLDERS: readonly RegExp[] = [
  /[$#@]\{/,
  /\{\{|\}\}/,
  /<%|%>/,
  /^\s*[:$@][A-Za-z_]\w*\s*$/,
  /^\s*\$\d+\s*$/,
  /^\s*%(?:\(\w+\))?[sdif]\s*$/,
  /^\s*\?\s*$/,
  /^\s*<[A-Za-z_][\w .-]*>\s*$/,
  /^\s*__[A-Za-z]\w*__\s*$/,
];

/** Tells a text that looks like a placeholder nobody resolved. */
export function isPlaceholder(text: string): boolean {
  const start = text.slice(0, 200);
  return PLACEHOLDERS.some((placeholder) => placeholder.test(start));
}
