/** Shows one line of progress at a time. */
export type Progress = (line: string) => void;

/** Progress for people at a terminal or in a log. */
export const printProgress: Progress = (line) => {
  process.stdout.write(`  ${line}\n`);
};
