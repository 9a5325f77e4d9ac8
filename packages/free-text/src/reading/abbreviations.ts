/** After these a full stop ends no sentence, though a capital follows. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st rev fr sr jr eg ie approx tel ext vs cf incl'.split(' '),
);
