/** A question that the command cannot answer: its message says what was expected, and is all that is printed. */
export class CannotAnswer extends Error {
  override readonly name = 'CannotAnswer';
}
