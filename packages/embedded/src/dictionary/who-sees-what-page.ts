import type { Role, StoredRule } from '@postern/agreements';
import { ROLES } from '@postern/agreements';
import type { PolicySchema } from '@postern/policy';
import { parseRule } from '@postern/policy';
import { introduction } from './who-sees-what/introduction.ts';
import { matrixSection } from './who-sees-what/matrix-section.ts';
import { roleSection } from './who-sees-what/role-section.ts';

/** docs/who-sees-what.md: every rule in words, role by role. */
export function whoSeesWhatPage(
  stored: readonly StoredRule[],
  schema: Pick<PolicySchema, 'dictionary' | 'recordable'>,
): string {
  const rules = stored.map((rule) => parseRule(rule, schema.dictionary));
  const toAll = rules.filter((rule) => rule.role === '*');
  return `${[
    ...introduction(rules),
    ...matrixSection(),
    '',
    `Everybody may read the public register: ${toAll.map(({ resource, clause }) => `${resource} (${clause})`).join(', ')}.`,
    '',
    'In what follows, the first column of each table is the number of the condition above it; everything in a condition has',
    'to hold at once. The reader is whoever asks; “it” is the record, or the entry, that the field belongs to. What a role',
    'records it writes down anew where the condition holds of that, and changes where it may read it, too; there the reader is',
    'whoever writes.',
    ...(Object.keys(ROLES) as Role[]).flatMap((role) => roleSection(role, rules, schema)),
  ].join('\n')}\n`;
}
