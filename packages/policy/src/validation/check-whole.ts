import type { PolicySchema } from '../rules/policy-schema.ts';
import type { Notes } from './notes.ts';
import { own } from './plain-object.ts';

/**
 * What is released whole is not decided field by field, nor on any row: a rule of it covers all of it, without a condition,
 * and what comes only inside it has no rules of its own. Anything else would read as a rule and decide nothing.
 */
export function checkWhole(
  body: Readonly<Record<string, unknown>>,
  covered: readonly string[] | null,
  { dictionary, releasedWhole }: PolicySchema,
  notes: Notes,
): void {
  const resource = own(body, 'resource');
  if (typeof resource !== 'string') return;
  const [around] = [...releasedWhole].find(([, inside]) => inside.has(resource)) ?? [];
  if (around !== undefined) {
    const found = 'a type that comes only inside another';
    notes.note('RELEASED_WHOLE', '/resource', found, `${around}, which is released whole`);
  }
  if (!releasedWhole.has(resource)) return;
  const fields = dictionary.get(resource);
  const cover = Object.hasOwn(body, 'classes') ? '/classes' : '/fields';
  if (covered !== null && covered.length < (fields?.size ?? 0) && !notes.hasIn(cover))
    notes.note(
      'RELEASED_WHOLE',
      cover,
      `${covered.length} of ${fields?.size ?? 0} fields`,
      `every field of ${resource}, which is released whole`,
    );
  if (own(body, 'when') !== 'always' && !notes.hasIn('/when'))
    notes.note(
      'RELEASED_WHOLE',
      '/when',
      'a condition',
      `"always": ${resource} is released whole, and no row of it is decided on`,
    );
}
