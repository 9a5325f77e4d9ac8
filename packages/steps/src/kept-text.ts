/**
 * SQL: what was written before with what is written now after it, a blank line between; as it was where nothing is. What
 * somebody wrote as a reason stands for good, whatever is answered later (SHR-3.3.8).
 */
export function keptText(before: string, now: string): string {
  return `nullif(concat_ws(E'\\n\\n', ${before}, ${now}), '')`;
}
