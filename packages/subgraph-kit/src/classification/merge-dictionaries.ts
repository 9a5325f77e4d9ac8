import { Fault } from '@postern/errors';
import type { ClassKey, DataDictionary } from '@postern/policy';

/**
 * One dictionary for the supergraph; a field that several subgraphs share must have one class everywhere.
 * @throws Fault CLASSIFICATION_INVALID naming the coordinate they disagree on
 */
export function mergeDictionaries(dictionaries: readonly DataDictionary[]): DataDictionary {
  const merged = new Map<string, Map<string, ClassKey>>();
  for (const dictionary of dictionaries)
    for (const [type, fields] of dictionary) {
      const known = merged.get(type) ?? new Map<string, ClassKey>();
      for (const [field, dataClass] of fields) {
        if ((known.get(field) ?? dataClass) !== dataClass)
          throw new Fault('CLASSIFICATION_INVALID', { logged: { coordinate: `${type}.${field}` } });
        known.set(field, dataClass);
      }
      merged.set(type, known);
    }
  return merged;
}
