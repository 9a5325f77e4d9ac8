/** What is said of a name that is none, and the status a command then ends with. */
export const UNKNOWN_NAME_STATUS = 2;

export function unknownName(name: string | undefined, known: readonly string[]): string {
  const said = name === undefined ? 'Name one' : `There is no "${name}"`;
  return `${said}; choose from: ${known.join(', ')}.`;
}
