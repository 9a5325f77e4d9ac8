import type { Purpose } from '../rules/purpose.ts';
import { PURPOSES } from '../rules/purpose.ts';
import type { Rule } from '../rules/rule.ts';
import type { ReadRule } from './findings-of.ts';
import type { RuleFinding } from './rule-finding.ts';
import { at } from './shown.ts';

/** Denials that take nothing away, and purposes of others for which they never can. */
export function vainDenials(read: readonly ReadRule[]): readonly RuleFinding[] {
  const isEmpty = emptiness(read);
  const used = purposesUsed(read);
  return read.flatMap((each): readonly RuleFinding[] => {
    if (each.rule.effect === 'ALLOW') return [];
    return isEmpty(each) ? [emptyDenial(each)] : purposesNotUsed(each, used);
  });
}

/** A denial takes something away: some permission covers what it covers, for its role and one of its purposes. */
function emptiness(read: readonly ReadRule[]): (denial: ReadRule) => boolean {
  const allowing = Map.groupBy(
    read
      .filter(({ rule }) => rule.effect === 'ALLOW')
      .flatMap(({ rule, covered }) =>
        covered.map((field) => ({ rule, place: placeOf(rule, field) })),
      ),
    ({ place }) => place,
  );
  return ({ rule, covered }) =>
    !covered.some((field) =>
      allowing
        .get(placeOf(rule, field))
        ?.some(
          ({ rule: { role, purposes } }) =>
            (rule.role === '*' || role === '*' || role === rule.role) &&
            purposes.some((purpose) => rule.purposes.includes(purpose)),
        ),
    );
}

function placeOf({ action, resource }: Rule, field: string): string {
  return `${action} ${resource}.${field}`;
}

function emptyDenial({ name }: ReadRule): RuleFinding {
  const expected = 'a denial of what some rule permits the role for one of these purposes';
  return { rule: name, code: 'DENIAL_EMPTY', part: '', found: 'a denial of nothing', expected };
}

/** The purposes for which a role is permitted anything, which are those it may use; of `*`, those of every role. */
function purposesUsed(read: readonly ReadRule[]): ReadonlyMap<string, ReadonlySet<Purpose>> {
  const used = new Map<string, Set<Purpose>>([['*', new Set()]]);
  for (const { rule } of read) {
    // What is for every role lets nobody in for a purpose that no rule of their own has.
    if (rule.effect === 'DENY' || rule.role === '*') continue;
    for (const role of [rule.role, '*'])
      used.set(role, new Set([...(used.get(role) ?? []), ...rule.purposes]));
  }
  return used;
}

/** A denial for some purposes says that the role could use the data for them; one for all of them says that none is left out. */
function purposesNotUsed(
  { name, rule: { role, purposes } }: ReadRule,
  used: ReadonlyMap<string, ReadonlySet<Purpose>>,
): readonly RuleFinding[] {
  if (PURPOSES.every((purpose) => purposes.includes(purpose))) return [];
  const own = used.get(role) ?? new Set();
  const choice = PURPOSES.filter((purpose) => own.has(purpose)).join(', ');
  return purposes.flatMap((purpose, place): readonly RuleFinding[] => {
    if (own.has(purpose)) return [];
    const who = role === '*' ? 'some role' : 'the role';
    const expected = `only purposes for which a rule permits ${who} anything (${choice}), or every purpose`;
    const part = at('/purposes', place);
    return [{ rule: name, code: 'PURPOSE_NOT_USED', part, found: purpose, expected }];
  });
}
