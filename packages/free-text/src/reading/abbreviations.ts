/** After these a full stop ends no sentence; nor does it after a single letter. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof st rev fr sr jr eg ie am pm approx tel ext vs cf incl'.split(' '),
);
