/** Characters that one field of a record holds: a line, a text, the minutes of a meeting. */
export const LONGEST_LINE = 300;
export const LONGEST_TEXT = 20_000;
export const LONGEST_MINUTES = 100_000;
