import { SHROPSHIRE_RULES } from '@postern/agreements';
import type { PredicateName } from '@postern/policy';
import { atomsOf, expandRule, PREDICATES, parseRule } from '@postern/policy';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { expect, test } from 'vitest';
import { RECORD_BLUEPRINTS, wholeDictionary } from '../../src/stack/blueprints.ts';

const dictionary = wholeDictionary();
const resources = RECORD_BLUEPRINTS.flatMap((blueprint) => blueprint.resources);

/** What a predicate of the row finds on it; where a resource lacks it, the predicate never holds there. */
const FINDS: Partial<Record<PredicateName, (resource: ResourceDefinition) => boolean>> = {
  'justification.covers': ({ person, concerns }) => (person ?? concerns) !== undefined,
  'entry.ownAgency': ({ agency }) => agency !== undefined,
  'entry.concernsOnlyMine': ({ concerns, concernsOne }) => (concerns ?? concernsOne) !== undefined,
  'person.self': ({ person }) => person !== undefined,
  'person.childOfMine': ({ person }) => person !== undefined,
  'limit.openToParents': ({ person }) => person !== undefined,
  'household.mine': ({ household }) => household !== undefined,
  'pool.current': ({ receivedOn }) => receivedOn !== undefined,
  'agency.party': ({ parties }) => parties !== undefined,
  'account.self': ({ account }) => account !== undefined,
};

/** Whose row decides a field: a list of entries, and the latest one, are decided entry by entry. */
function decidedOn(type: string, field: string): readonly ResourceDefinition[] {
  const holders = resources.filter((each) => each.type === type && field in each.fields);
  return holders.map((holder) => {
    const definition = holder.fields[field];
    const entry =
      definition?.kind === 'ENTRIES' || definition?.kind === 'LATEST_ENTRY'
        ? resources.find((each) => each.type === definition.type)
        : undefined;
    return entry ?? holder;
  });
}

test('every predicate of a rule finds on the row what it speaks about', () => {
  const fieldRules = SHROPSHIRE_RULES.filter(({ role }) => role !== '*').flatMap((rule) =>
    expandRule(parseRule(rule, dictionary), dictionary),
  );
  const empty = fieldRules.flatMap(({ rule, type, field, when }) =>
    decidedOn(type, field).flatMap((resource) =>
      atomsOf(when)
        .map(({ predicate }) => predicate)
        .filter((predicate) => {
          const ofEpisode = PREDICATES[predicate].scope === 'EPISODE';
          return ofEpisode ? resource.link.kind === 'NONE' : FINDS[predicate]?.(resource) === false;
        })
        .map((predicate) => `${rule.name}: ${predicate} of ${type}.${field}`),
    ),
  );
  expect([...new Set(empty)]).toEqual([]);
});
