/** What a rule is about: reading a field, or recording it, be it anew or otherwise than it was (SHR-8.3.7h). */
export const ACTIONS = ['read', 'record'] as const;
export type Action = (typeof ACTIONS)[number];

export function isAction(text: unknown): text is Action {
  return ACTIONS.some((known) => known === text);
}
