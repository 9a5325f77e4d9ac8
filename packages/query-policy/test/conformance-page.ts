import type { FilterShape, RuleSet } from '@postern/testkit';
import type { Outcome } from './conformance-table.ts';

/** What became of a shape: the ids and on which they differ, or why no condition can say it. */
export type ShapeOutcome =
  | {
      readonly shape: FilterShape;
      readonly kind: 'DECIDED';
      readonly found: readonly string[];
      readonly differing: readonly string[];
    }
  | { readonly shape: FilterShape; readonly kind: 'REFUSED'; readonly reason: string };

interface SetOutcome {
  readonly set: RuleSet;
  readonly outcome: Outcome;
}

/** The page that says which rule sets and shapes are decided, how, and which are refused and why. */
export function conformancePage(
  sets: readonly SetOutcome[],
  shapes: readonly ShapeOutcome[],
  reopening: readonly string[],
): string {
  const same = sets.filter(({ set, outcome }) => String(outcome) === String(set.caslAllow));
  const unsaved = sets.filter(({ outcome }) => outcome === 'UNSAVED');
  const uncompiled = sets.filter(({ outcome }) => outcome === 'UNCOMPILED');
  const decided = shapes.filter((one) => one.kind === 'DECIDED');
  const refused = shapes.filter((one) => one.kind === 'REFUSED');
  const equal = decided.filter(({ differing }) => differing.length === 0);
  const onNull = decided.filter(({ differing }) => differing.length > 0);
  const byReason = [...Map.groupBy(refused, ({ reason }) => reason)].toSorted(
    ([, a], [, b]) => b.length - a.length,
  );
  return `# Conformance of rules as SQL

Written by \`packages/query-policy/test/filter-shapes.test.ts\` (\`vitest -u\`), which fails where it no longer holds. Each set and shape is
saved as a rule, compiled to SQL and run on PostgreSQL over the same hostile rows.

## Rule sets: ${sets.length}, held against CASL’s own decisions

| Outcome | Sets | Which |
| --- | --- | --- |
| the same ids | ${same.length} | |
| fewer: deny beats allow, so that a later permission reopens nothing | ${reopening.length} | ${names(reopening)} |
| refused when the rule is saved | ${unsaved.length} | ${names(unsaved.map(({ set }) => set.name))} |
| refused when it is compiled: it compares a list or a document | ${uncompiled.length} | ${names(uncompiled.map(({ set }) => set.name))} |
| more ids than CASL | 0 | |

## Shapes of conditions: ${shapes.length}, held against a policy decision point’s

| Outcome | Shapes |
| --- | --- |
| the same ids | ${equal.length} |
| differ on null only | ${onNull.length} |
| no condition can say it | ${refused.length} |

### The same ids

${equal.map(({ shape }) => `\`${shape.action}\``).join(' ')}

### Differ on null only

A condition here has one meaning for null: it equals null only and differs from every value (\`$ne\`, \`$nin\` and \`not\` are true of it), as CASL has it.
There an attribute that is null is absent, and whatever compares it is refused.

| Shape | Condition | Differs on |
| --- | --- | --- |
${onNull.map(({ shape, differing }) => `| \`${shape.action}\` | \`${cell(shape.cel)}\` | ${differing.join(' ')} |`).join('\n')}

### No condition can say it

| It would need | Shapes | Which |
| --- | --- | --- |
${byReason.map(([reason, of]) => `| ${reason} | ${of.length} | ${names(of.map(({ shape }) => shape.action))} |`).join('\n')}
`;
}

function names(of: readonly string[]): string {
  return of.map((name) => `\`${name}\``).join(' ');
}

function cell(cel: string | null): string {
  return (cel ?? '').replaceAll('|', '\\|');
}
