/** An SQL identifier, for the few statements that take no parameters (CREATE ROLE, CREATE DATABASE). */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** An SQL text literal, for text of the service's own making in statements that take no parameters. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
