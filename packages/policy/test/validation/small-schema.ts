import type { AttributeType, DecidedOn, PolicySchema, PredicateName } from '../../src/index.ts';
import { PREDICATES } from '../../src/index.ts';
import { dictionary } from '../small-dictionary.ts';

const EVERY = Object.keys(PREDICATES) as PredicateName[];
const KINDS: ReadonlyMap<string, AttributeType> = new Map([
  ['reference', 'string'],
  ['kind', 'string'],
  ['rating', 'number'],
  ['status', 'string'],
]);
const OF_PERSONS: ReadonlySet<PredicateName> = new Set(['person.self', 'person.childOfMine']);
/** Decided in another place than the rest of its type, where no attribute is known. */
const ELSEWHERE = 'Episode.reason';

function decided(type: string, field: string, fields: ReadonlyMap<string, string>): DecidedOn {
  const comparable = [...KINDS].filter(([name]) => fields.get(name) === 'OPERATIONAL');
  return {
    askable: new Set(EVERY.filter((name) => type === 'Person' || !OF_PERSONS.has(name))),
    comparable: new Map(`${type}.${field}` === ELSEWHERE ? [] : comparable),
  };
}

const decidedOn = new Map(
  [...dictionary].map(([type, fields]) => [
    type,
    new Map([...fields.keys()].map((field) => [field, decided(type, field, fields)])),
  ]),
);
const ofTypes = <T>(read: (all: readonly DecidedOn[]) => T): ReadonlyMap<string, T> =>
  new Map([...decidedOn].map(([type, fields]) => [type, read([...fields.values()])]));

/** A schema over the small dictionary: as the kit makes one, by hand. */
export const schema: PolicySchema = {
  dictionary,
  decidedOn,
  comparable: ofTypes((all) => new Map(all.flatMap(({ comparable }) => [...comparable]))),
  askable: ofTypes((all) => new Set(all.flatMap(({ askable }) => [...askable]))),
  closedLists: new Map([['Episode', new Map([['status', ['OPEN', 'CLOSED', 'STEPPED_UP']]])]]),
  releasedWhole: new Map(),
  recordable: new Map([['Person', new Set(['ethnicity'])]]),
  roles: new Set(['TAF_MEMBER', 'LEAD_PROFESSIONAL', 'ADMINISTRATOR']),
  clauses: new Set(['SHR-3.3.1', 'SHR-3.4.3a', 'SHR-3.4.3d']),
};
