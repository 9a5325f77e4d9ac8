import type { Asked } from '../oracle/whole-selection.ts';
import { printed } from '../oracle/whole-selection.ts';

const leaf = (...names: readonly string[]): [string, null][] => names.map((name) => [name, null]);
const PERSON: Asked = new Map<string, Asked | null>([
  ...leaf('givenName', 'ethnicity', 'nhsNumber'),
  ['healthConditions', new Map(leaf('name', 'detail'))],
  ['convictions', new Map(leaf('offence'))],
]);
export const FAMILY: Asked = new Map<string, Asked | null>([
  ...leaf('reference', 'address'),
  ['members', PERSON],
]);
const EPISODE: Asked = new Map<string, Asked | null>([
  ...leaf('reference', 'status', 'reason'),
  ['needs', new Map(leaf('description'))],
]);
export const EPISODE_WITH_FAMILY: Asked = new Map<string, Asked | null>([
  ...EPISODE,
  ['family', new Map()],
]);
export const QUERY = `query Tour($reference: String!) { episode(reference: $reference) { ${printed(EPISODE).slice(1, -1)} family ${printed(FAMILY)} } }`;
