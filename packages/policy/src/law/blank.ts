/** Nothing but white space, of any kind that Unicode counts as such. */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}
