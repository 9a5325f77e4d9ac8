import { isFault } from '@postern/errors';
import { isClassKey } from '@postern/policy';
import type { SubgraphDefinition } from '@postern/subgraph-kit';
import { composeSupergraph, dictionaryOf, subgraphSdl } from '@postern/subgraph-kit';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { RECORD_BLUEPRINTS } from '../../../src/stack/blueprints.ts';

/** The subgraphs as they are composed at every start. */
const definitions: readonly SubgraphDefinition[] = RECORD_BLUEPRINTS.map((blueprint) => ({
  name: blueprint.name,
  typeDefs: subgraphSdl(blueprint.schema),
}));

/** The same with one more field of a person. */
function withField(field: string): readonly SubgraphDefinition[] {
  return definitions.map((definition) =>
    definition.name === 'families'
      ? { ...definition, typeDefs: `${definition.typeDefs}\nextend type Person { ${field} }` }
      : definition,
  );
}

function composing(subgraphs: readonly SubgraphDefinition[]): unknown {
  try {
    return composeSupergraph(subgraphs);
  } catch (fault) {
    if (!isFault(fault)) throw fault;
    return fault.code;
  }
}

/** The closed list of types of data. */
export function dataListScenarios(): void {
  scenario(
    {
      clause: 'SHR-4.3',
      outcome: 'granted',
      that: 'every field of every record stands in the supergraph under a type of data from the closed list, and so would another that names one',
    },
    () => {
      const classes = [...dictionaryOf(definitions).values()].flatMap((fields) => [
        ...fields.values(),
      ]);
      expect(classes.length).toBeGreaterThan(200);
      expect(classes.every(isClassKey)).toBe(true);
      expect(composing(withField('shoeSize: String @classified(as: PERSONAL)'))).toContain(
        'shoeSize: String @classified(as: PERSONAL)',
      );
    },
  );

  scenario(
    {
      clause: 'SHR-4.3',
      outcome: 'denied',
      that: 'a field without a type of data, or with one that is not on the list, cannot enter the supergraph',
    },
    () => {
      for (const field of [
        'shoeSize: String',
        'genome: String @classified(as: SPECIAL_CATEGORY)',
        'genome: String @classified(as: SPECIAL_CATEGORY, category: GENETIC)',
        'genome: String @classified(as: SECRET)',
        'genome: String @classified(as: PERSONAL, category: HEALTH)',
      ])
        expect(composing(withField(field)), field).toBe('CLASSIFICATION_INVALID');
    },
  );
}
