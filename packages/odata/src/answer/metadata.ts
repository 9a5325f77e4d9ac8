import type { EntitySet, Property } from '../model/entity-set.ts';
import { SUM_OF_ROUNDED } from './bodies.ts';

const NAMESPACE = 'Postern.Reporting';
const FUNCTIONS = ['contains', 'startswith', 'endswith'];

/** The model of the service (OData CSDL XML 4.01): what there is, and what can be asked of it. */
export function metadataXml(sets: readonly EntitySet[]): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">
  <edmx:Reference Uri="https://docs.oasis-open.org/odata/odata/v4.0/errata03/os/complete/vocabularies/Org.OData.Core.V1.xml">
    <edmx:Include Namespace="Org.OData.Core.V1" Alias="Core"/>
  </edmx:Reference>
  <edmx:Reference Uri="https://docs.oasis-open.org/odata/odata/v4.0/errata03/os/complete/vocabularies/Org.OData.Capabilities.V1.xml">
    <edmx:Include Namespace="Org.OData.Capabilities.V1" Alias="Capabilities"/>
  </edmx:Reference>
  <edmx:DataServices>
    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="${NAMESPACE}">
${sets.map(entityType).join('\n')}
      <Term Name="${SUM_OF_ROUNDED.split('.').at(-1)}" Type="Edm.Boolean">
        <Annotation Term="Core.Description" String="The answer has a sum of numbers each of which had been rounded: it is no published total."/>
      </Term>
      <EntityContainer Name="Container">
        <Annotation Term="Capabilities.FilterFunctions">
          <Collection>${FUNCTIONS.map((name) => `<String>${name}</String>`).join('')}</Collection>
        </Annotation>
        <Annotation Term="Capabilities.BatchSupported" Bool="false"/>
        <Annotation Term="Capabilities.ConformanceLevel" EnumMember="Capabilities.ConformanceLevelType/Minimal"/>
${sets.map(entitySet).join('\n')}
      </EntityContainer>
    </Schema>
  </edmx:DataServices>
</edmx:Edmx>
`;
}

function entityType({ name, key, properties }: EntitySet): string {
  return `      <EntityType Name="${typeName(name)}">
        <Key><PropertyRef Name="${key}"/></Key>
${properties.map(property).join('\n')}
      </EntityType>`;
}

function property({ name, type, nullable, description }: Property): string {
  const facets = type === 'Edm.Decimal' ? ' Scale="variable"' : '';
  return `        <Property Name="${name}" Type="${type}" Nullable="${nullable}"${facets}>
          <Annotation Term="Core.Description" String="${escaped(description)}"/>
        </Property>`;
}

function entitySet({ name, description }: EntitySet): string {
  const refused = (term: string, property: string): string =>
    `          <Annotation Term="Capabilities.${term}"><Record><PropertyValue Property="${property}" Bool="false"/></Record></Annotation>`;
  return `        <EntitySet Name="${name}" EntityType="${NAMESPACE}.${typeName(name)}">
          <Annotation Term="Core.Description" String="${escaped(description)}"/>
          <Annotation Term="Capabilities.TopSupported" Bool="true"/>
          <Annotation Term="Capabilities.SkipSupported" Bool="true"/>
${[
  refused('InsertRestrictions', 'Insertable'),
  refused('UpdateRestrictions', 'Updatable'),
  refused('DeleteRestrictions', 'Deletable'),
  refused('ExpandRestrictions', 'Expandable'),
  refused('SearchRestrictions', 'Searchable'),
].join('\n')}
        </EntitySet>`;
}

/** A type's name differs from its set's: some readers keep both in one list. */
function typeName(set: string): string {
  return `${set}Row`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
