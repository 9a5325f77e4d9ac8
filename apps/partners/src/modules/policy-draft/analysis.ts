import type { DataDictionary, Rule } from '@postern/policy';

/** How somebody could read what nobody may without its safeguards, each told as a story. */
export function counterexamples(
  _rules: readonly Rule[],
  _dictionary: DataDictionary,
): readonly string[] {
  return [];
}
