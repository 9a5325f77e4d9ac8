/** Progress goes to standard error: standard output holds the figures alone. */
export function printProgress(line: string): void {
  process.stderr.write(`  ${line}\n`);
}
