import type { StoredRule } from '@postern/agreements';
import { SHROPSHIRE_RULES } from '@postern/agreements';

/** The role in which the reader of the benchmark reads. */
export const READER_ROLE = 'TAF_MEMBER';

const OWN = SHROPSHIRE_RULES.filter(({ role }) => role === READER_ROLE || role === '*');
// The reader of the county may hold this role beside.
const OTHERS = SHROPSHIRE_RULES.filter(
  (rule) => !OWN.includes(rule) && rule.role !== 'LEAD_PROFESSIONAL',
);

/** So many rules by which the reader sees the same: their own, and then, over and over, those of other roles, a tenth of them the reader's own for purposes that are not asked. */
export function policyOf(size: number): readonly StoredRule[] {
  const more = Array.from({ length: Math.max(0, size - OWN.length) }, (_, index) => {
    const ofReader = index % 10 === 0;
    const from = ofReader ? OWN : OTHERS;
    const rule = from[index % from.length] ?? SHROPSHIRE_RULES[0];
    if (rule === undefined) throw new TypeError('The agreement has rules.');
    return {
      ...rule,
      name: `${rule.name}-${index}`,
      ...(ofReader ? { purposes: ['EVALUATION' as const] } : {}),
    };
  });
  return [...OWN, ...more].slice(0, size);
}

/** So many rules, all of which apply to the reader. */
export function policyOfReader(size: number): readonly StoredRule[] {
  return Array.from({ length: size }, (_, index) => {
    const rule = OWN[index % OWN.length];
    if (rule === undefined) throw new TypeError('The agreement has rules for the reader.');
    return { ...rule, name: `${rule.name}-${index}` };
  });
}
