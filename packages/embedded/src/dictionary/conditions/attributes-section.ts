import type { AttributeType, PolicySchema } from '@postern/policy';
import { markdownTable } from '../markdown-table.ts';

const HELD: Readonly<Record<AttributeType, string>> = {
  string: 'text',
  number: 'number',
  boolean: 'true or false',
};

/** What each type has that rules may compare, and where they may not. */
export function attributesSection({
  comparable,
  closedLists,
  decidedOn,
}: PolicySchema): readonly string[] {
  const compared = [...comparable].filter(([, attributes]) => attributes.size > 0);
  const elsewhere = compared.flatMap(([type, attributes]) => {
    const fields = [...(decidedOn.get(type) ?? [])]
      .filter(([, decided]) => decided.comparable.size < attributes.size)
      .map(([field]) => `\`${field}\``);
    return fields.length === 0 ? [] : [`- ${type}: not in a rule that covers ${fields.join(', ')}`];
  });
  return [
    'Nothing is compared whose value could be told from who is let in, and nothing that names one record. Dates and moments are',
    'text, and compared for being the same only. Where values are listed, one that is none of them is refused.',
    '',
    ...markdownTable(
      ['Type', 'Attribute', 'Holds', 'Values'],
      compared.flatMap(([type, attributes]) =>
        [...attributes].map(([name, held]) => [
          type,
          `\`${name}\``,
          HELD[held],
          (closedLists.get(type)?.get(name) ?? []).map((value) => `\`${value}\``).join(', '),
        ]),
      ),
    ),
    '',
    'Some fields are decided in other places than the rest of their type, where its attributes are not known:',
    '',
    ...elsewhere,
  ];
}
