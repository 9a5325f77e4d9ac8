import type { Connection } from '@postern/database';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import type { Dimension, Member } from '../../catalogue/dimension.ts';
import type { Measure, Unit } from '../../catalogue/indicator.ts';
import { inOrder } from '../../catalogue/place.ts';
import { readMembers } from '../../published/members-of-county.ts';

/** A measure as the schema tells of it. */
interface TellableMeasure {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly kind: Measure['kind'];
  readonly unit: Unit | null;
  readonly over: 'FLOW' | 'STOCK' | null;
}

/** Answer of `Query.indicators`. */
export function indicators(): readonly object[] {
  return CATALOGUE.map((definition) => ({
    ...definition,
    basis: definition.basis ?? null,
    cuts: definition.cuts.map(inOrder),
    measures: definition.measures.map(tellable),
  }));
}

function tellable(measure: Measure): TellableMeasure {
  const { id, title, definition, kind } = measure;
  return kind === 'COUNT'
    ? { id, title, definition, kind, unit: measure.unit, over: measure.over }
    : { id, title, definition, kind, unit: null, over: null };
}

/** Answer of `Query.dimension`. */
export async function dimensionMembers(
  connection: Connection,
  { id }: { readonly id: Dimension },
): Promise<readonly Member[]> {
  const members = await readMembers(connection);
  return members.get(id) ?? [];
}
