import { ROLES } from '@postern/agreements';
import type { Coordinate, DataDictionary, ReachLine, Rule } from '@postern/policy';
import { reachOf } from '@postern/policy';

/** Who can read one field, and which roles never can. */
export interface ReachReport {
  readonly coordinate: Coordinate;
  readonly dataClass: string;
  /** Which rules it was read from. */
  readonly rules: string;
  readonly lines: readonly ReachLine[];
  readonly never: readonly string[];
}

export function reachReport(
  coordinate: Coordinate,
  { rules, called }: { readonly rules: readonly Rule[]; readonly called: string },
  dictionary: DataDictionary,
): ReachReport {
  const [type = '', field = ''] = coordinate.split('.');
  const lines = reachOf(rules, dictionary, coordinate);
  const reading = new Set(lines.map(({ role }) => role));
  return {
    coordinate,
    dataClass: dictionary.get(type)?.get(field) ?? '',
    rules: called,
    lines,
    never: reading.has('*') ? [] : Object.keys(ROLES).filter((role) => !reading.has(role)),
  };
}
