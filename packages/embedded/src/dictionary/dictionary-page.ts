import type { ClassifiedType } from './classified-types.ts';
import { classifiedTypes } from './classified-types.ts';
import { markdownTable } from './markdown-table.ts';

/** docs/data-dictionary.md: every field of every record with its class, as the supergraph has them. */
export function dictionaryPage(supergraphSdl: string): string {
  const types = classifiedTypes(supergraphSdl);
  return `${[
    '# Data dictionary',
    '',
    'Every field that the service can answer with, and how carefully it is held. Written from the',
    '`@classified` directives of the schema by `npm run dictionary`; change the schema, not this page.',
    '',
    ...markdownTable(['Class', 'Fields'], fieldsByClass(types)),
    ...types.flatMap(section),
  ].join('\n')}\n`;
}

function section(type: ClassifiedType): readonly string[] {
  return [
    '',
    `## ${type.name}`,
    '',
    ...(type.description === null ? [] : [type.description.trim(), '']),
    ...markdownTable(
      ['Field', 'GraphQL type', 'Class', 'Category', 'Description'],
      type.fields.map((field) => [
        `\`${field.name}\``,
        `\`${field.type}\``,
        field.dataClass,
        field.category ?? '',
        field.description ?? '',
      ]),
    ),
  ];
}

function fieldsByClass(types: readonly ClassifiedType[]): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const { dataClass } of types.flatMap(({ fields }) => fields))
    counts.set(dataClass, (counts.get(dataClass) ?? 0) + 1);
  return [...counts].toSorted().map(([dataClass, count]) => [dataClass, String(count)]);
}
