/** What is wrong with a rule: the part, and what would be right. Never quotes a value of a row. */
export class RuleProblem extends Error {
  override readonly name = 'RuleProblem';
  readonly part: string;
  readonly expected: string;

  constructor(part: string, expected: string) {
    super(`In "${part}", expected ${expected}.`);
    this.part = part;
    this.expected = expected;
  }
}
