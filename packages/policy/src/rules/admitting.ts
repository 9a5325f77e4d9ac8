import type { PolicySchema } from './policy-schema.ts';
import type { Purpose } from './purpose.ts';
import type { Rule } from './rule.ts';

/** Types that are released whole, each with those that come only inside it. */
export type ReleasedWhole = PolicySchema['releasedWhole'];

/**
 * What of the rules admits somebody of these roles to what is released whole: their own permissions, for the purposes for
 * which no denial of any of their roles touches the type or what is inside it. Nothing of it is decided later, so a denial
 * of a part of it denies all of it, and one that depends on something always holds.
 */
export function admittingRules(
  rules: readonly Rule[],
  roles: readonly string[],
  released: ReleasedWhole,
): readonly Rule[] {
  return rules.flatMap((rule) => {
    const inside = released.get(rule.resource);
    if (
      inside === undefined ||
      rule.action !== 'read' ||
      rule.effect === 'DENY' ||
      !roles.includes(rule.role)
    )
      return [];
    const denied = deniedPurposes(rules, roles, rule.resource, inside);
    const purposes = rule.purposes.filter((purpose) => !denied.has(purpose));
    return purposes.length === 0 ? [] : [{ ...rule, purposes }];
  });
}

/** The purposes for which something denies a whole, or anything inside it, to any of these roles. */
export function deniedPurposes(
  rules: readonly Rule[],
  roles: readonly string[],
  whole: string,
  inside: ReadonlySet<string>,
): ReadonlySet<Purpose> {
  const touching = rules.filter(
    ({ action, effect, role, resource }) =>
      action === 'read' &&
      effect === 'DENY' &&
      (role === '*' || roles.includes(role)) &&
      (resource === '*' || resource === whole || inside.has(resource)),
  );
  return new Set(touching.flatMap(({ purposes }) => purposes));
}
