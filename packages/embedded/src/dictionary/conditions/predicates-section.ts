import type { PolicySchema, PredicateName } from '@postern/policy';
import {
  anchorsOf,
  atomsOf,
  instantiate,
  PREDICATES,
  PROCEEDINGS,
  predicateInWords,
} from '@postern/policy';
import { markdownTable } from '../markdown-table.ts';

const NAMES = Object.keys(PREDICATES) as PredicateName[];

/** Every predicate: of what it asks, what it takes from the rule, and what it says. */
export function predicateRows(): readonly (readonly string[])[] {
  return NAMES.map((name) => [
    `\`${name}\``,
    PREDICATES[name].scope === 'EPISODE' ? 'episode' : 'row',
    taken(name),
    saidBy(name),
  ]);
}

/** What it takes is what comes to stand in it beside its name. */
function taken(predicate: PredicateName): string {
  const given = {
    role: 'ROLE',
    effect: 'ALLOW',
    class: 'PERSONAL',
    coordinate: 'Type.field',
  } as const;
  const [atom = {}] = atomsOf(instantiate({ holds: predicate }, given));
  if ('role' in atom) return 'the rule’s role';
  if ('class' in atom) return 'the field’s class';
  return 'coordinate' in atom ? 'the field' : '';
}

/** Its words; where they are others for each role, those of every role for which there are any. */
function saidBy(predicate: PredicateName): string {
  if (!predicate.startsWith('proceeding.')) return predicateInWords(predicate, '*');
  const roles = [...new Set(Object.values(PROCEEDINGS).map(({ role }) => role))];
  return roles.map((role) => `\`${role}\`: ${predicateInWords(predicate, role)}`).join('; ');
}

/** Of each type, what can hold for it and what one of has to be in a permission. */
export function predicatesByType({ askable, dictionary }: PolicySchema): readonly string[] {
  const groups = Map.groupBy(dictionary.keys(), (type) =>
    JSON.stringify([NAMES.filter((name) => askable.get(type)?.has(name)), anchors(type, askable)]),
  );
  const rows = [...groups].flatMap(([key, types]) => {
    const [names, tied] = JSON.parse(key) as [PredicateName[], PredicateName[]];
    return names.length === 0 ? [] : [[types.join(', '), listed(names), listed(tied)]];
  });
  return [
    'A type’s records have something for some predicates only; one that can never hold is refused. A rule that allows anything',
    'but public data is one of a single role, and ties the reader to the record in every alternative of its condition by one of',
    'those in the last column.',
    '',
    ...markdownTable(
      ['Types', 'Predicates that can hold', 'One of these in every alternative'],
      rows,
    ),
    '',
  ];
}

function anchors(type: string, askable: PolicySchema['askable']): readonly PredicateName[] {
  return anchorsOf(type).filter((name) => askable.get(type)?.has(name));
}

function listed(names: readonly PredicateName[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
