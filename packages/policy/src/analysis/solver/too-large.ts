/** A question that would take more work than the solver spends on one; nobody may take it for an answer. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}
