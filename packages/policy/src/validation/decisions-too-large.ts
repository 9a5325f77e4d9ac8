import { both, either, NOTHING_ASKED, NOTHING_OFFERED } from '../conditions/ways.ts';
import type { ReadRule } from './findings-of.ts';
import { DECISION_LIMITS, POLICY_LIMITS } from './limits.ts';
import type { PartFinding } from './rule-finding.ts';
import type { Weight } from './rule-weight.ts';

type TooLarge = Pick<PartFinding, 'found' | 'expected'>;

/** One decision draws on all permissions and all denials of a field: their alternatives multiply. */
export function tooLarge(read: readonly ReadRule[]): readonly TooLarge[] {
  const denials = new Map<string, Weight>();
  const permissions = new Map<string, Weight>();
  let values = 0;
  for (const { rule, covered, decides } of read) {
    const { weight } = decides;
    values += weight.values;
    for (const field of covered) {
      const place = `${rule.resource}.${field}${rule.action === 'read' ? '' : ` to ${rule.action}`}`;
      if (rule.effect === 'DENY') add(denials, place, both, weight);
      else add(permissions, `${rule.role} ${place}`, either, weight);
    }
  }
  const found = [...permissions].flatMap(([key, weight]) => {
    const [role, place = ''] = splitOnce(key);
    const toAll = role === '*' ? undefined : permissions.get(`* ${place}`);
    return exceeding(key, decided(weight, toAll, denials.get(place)));
  });
  if (values <= POLICY_LIMITS.values) return found;
  const expected = `at most ${POLICY_LIMITS.values} that all rules together compare with`;
  return [...found, { found: `${values} values`, expected }];
}

function splitOnce(key: string): readonly [string, string] {
  const at = key.indexOf(' ');
  return [key.slice(0, at), key.slice(at + 1)];
}

function add(weights: Map<string, Weight>, key: string, join: typeof both, more: Weight): void {
  const known = weights.get(key);
  weights.set(
    key,
    known === undefined ? more : { ...join(known, more), values: known.values + more.values },
  );
}

function decided(own: Weight, toAll: Weight | undefined, denied: Weight | undefined): Weight {
  return {
    ...both(either(own, toAll ?? NOTHING_OFFERED), denied ?? NOTHING_ASKED),
    values: own.values + (toAll?.values ?? 0) + (denied?.values ?? 0),
  };
}

function exceeding(key: string, { ways, tests, values }: Weight): readonly TooLarge[] {
  const one = 'for one field and role';
  const asks = 'fewer rules and denials that ask of the episode and the row at once';
  const told = (many: number): string => (many > 1e9 ? 'countless' : String(many));
  if (ways > DECISION_LIMITS.ways)
    return [
      {
        found: `${key}: ${told(ways)} alternatives`,
        expected: `at most ${DECISION_LIMITS.ways} ${one}: ${asks}`,
      },
    ];
  if (tests > DECISION_LIMITS.tests)
    return [
      {
        found: `${key}: ${told(tests)} tests`,
        expected: `at most ${DECISION_LIMITS.tests} ${one}: ${asks}`,
      },
    ];
  if (values > DECISION_LIMITS.values)
    return [
      {
        found: `${key}: ${values} values`,
        expected: `at most ${DECISION_LIMITS.values} to compare with ${one}: a field of the record that tells them apart`,
      },
    ];
  return [];
}
