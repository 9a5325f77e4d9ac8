/** What is written to be read: neither signs and spaces, nor letters that are there to be ignored, such as a Hangul filler. */
const LETTER_OR_DIGIT = /[[\p{Alphabetic}\p{Decimal_Number}]--\p{Default_Ignorable_Code_Point}]/v;

/** Without a single letter or digit, of any script. */
export function isBlank(text: string): boolean {
  return !LETTER_OR_DIGIT.test(text);
}
