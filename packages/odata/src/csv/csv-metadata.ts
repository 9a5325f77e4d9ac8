import type { EdmType, EntitySet } from '../model/entity-set.ts';

const DATATYPES: Readonly<Record<EdmType, string>> = {
  'Edm.String': 'string',
  'Edm.Boolean': 'boolean',
  'Edm.Int32': 'integer',
  'Edm.Decimal': 'decimal',
  'Edm.Date': 'date',
  'Edm.DateTimeOffset': 'dateTimeStamp',
};

/** What the columns of a table's file are (W3C Tabular Data metadata; at `<file>-metadata.json`, where readers look for it). */
export function csvMetadata(
  { name, description, key, properties }: EntitySet,
  file: string,
): object {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    url: file,
    'dc:title': name,
    'dc:description': description,
    tableSchema: {
      columns: properties.map((property) => ({
        name: property.name,
        titles: property.name,
        datatype: DATATYPES[property.type],
        required: !property.nullable,
        'dc:description': property.description,
      })),
      primaryKey: key,
    },
  };
}
