/** How much of a category a role sees. */
export const MARKS = {
  FULL: { symbol: '●', meaning: 'whatever the role reaches' },
  JUSTIFIED: {
    symbol: '◐',
    meaning: 'with a live justification; entries of the reader’s own agency need none',
  },
  OWN: { symbol: '◔', meaning: 'entries of the reader’s own agency, or the reader’s own' },
  SCOPED: { symbol: '◔', meaning: 'only those whom the grant names, or whom the office is for' },
  STATUS: { symbol: '▣', meaning: 'that it is there and where it stands, not what it says' },
  /** Not shown by itself: another mark of the cell says which items of the list the role sees. */
  LIST: { symbol: '', meaning: 'a list, of which the role sees the items that another mark gives' },
  COUNTS: { symbol: 'Σ', meaning: 'protected counts only' },
  SELF: { symbol: '○', meaning: 'the reader’s own part' },
  PICKED: { symbol: '⇢', meaning: 'what was picked by hand for the transfer' },
  NONE: { symbol: '–', meaning: 'nothing' },
} as const satisfies Readonly<
  Record<string, { readonly symbol: string; readonly meaning: string }>
>;

export type Mark = keyof typeof MARKS;
