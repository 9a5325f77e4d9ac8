/** `LEVEL_OF_NEED` as tables and types are called: `LevelOfNeed`. */
export function tableName(code: string): string {
  return code
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
}

/** The same as columns are called: `levelOfNeed`. */
export function columnName(code: string): string {
  const name = tableName(code);
  return name.charAt(0).toLowerCase() + name.slice(1);
}
