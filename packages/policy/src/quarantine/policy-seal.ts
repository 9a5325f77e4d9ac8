import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isPlainObject, own } from '../validation/plain-object.ts';

/** What a policy version keeps of one of its rules, so that a rule that is altered, lost or added is noticed. */
const sealedRule = z.strictObject({
  /** SHA-256 of the rule, in hexadecimal. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the rule concerned, as it was stored: role, action, type, cover and purposes, with its name. */
  concern: z.record(z.string(), z.unknown()),
});
export type SealedRule = z.infer<typeof sealedRule>;

const CONCERN = ['name', 'role', 'action', 'resource', 'fields', 'classes', 'purposes'] as const;

/** The seal of a set of stored rules. It is no signature: whoever can write the version can seal it anew. */
export function sealOf(bodies: readonly unknown[]): readonly SealedRule[] {
  return bodies.map((body) => {
    const parts = isPlainObject(body) ? body : {};
    return {
      digest: digestOf(body) ?? '',
      concern: Object.fromEntries(
        CONCERN.filter((part) => Object.hasOwn(parts, part)).map((part) => [
          part,
          own(parts, part),
        ]),
      ),
    };
  });
}

/** Reads a seal; null where it is none. */
export function readSeal(stored: unknown): readonly SealedRule[] | null {
  const read = z.array(sealedRule).min(1).safeParse(stored);
  return read.success ? read.data : null;
}

/** Names of rules that are not among those sealed, and of sealed ones that are not among the rules. */
export function unlikeSeal(
  rules: ReadonlyMap<string, unknown>,
  seal: readonly SealedRule[],
): readonly string[] {
  const { altered, lost } = compared(rules, seal);
  const gone = lost.map(({ concern }) => String(concern['name'] ?? ''));
  return [...new Set([...altered, ...gone])].sort();
}

/** What the sealed rules concerned that are not among the rules, as they were sealed. */
export function lostConcerns(
  rules: ReadonlyMap<string, unknown>,
  seal: readonly SealedRule[],
): readonly SealedRule['concern'][] {
  return compared(rules, seal).lost.map(({ concern }) => concern);
}

function compared(
  rules: ReadonlyMap<string, unknown>,
  seal: readonly SealedRule[],
): { readonly altered: readonly string[]; readonly lost: readonly SealedRule[] } {
  const left = Map.groupBy(seal, ({ digest }) => digest);
  const altered = [...rules].filter(
    ([, body]) => left.get(digestOf(body) ?? '')?.pop() === undefined,
  );
  return { altered: altered.map(([name]) => name), lost: [...left.values()].flat() };
}

/** SHA-256 of JSON whatever the order of its keys; null for what is nested deeper than any rule. */
export function digestOf(body: unknown): string | null {
  const text = canonical(body, 40);
  return text === null ? null : createHash('sha256').update(text).digest('hex');
}

function canonical(value: unknown, depth: number): string | null {
  if (depth === 0) return null;
  if (Array.isArray(value))
    return joined(
      value.map((each) => canonical(each, depth - 1)),
      '[',
      ']',
    );
  if (isPlainObject(value)) {
    const keys = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort();
    const entries = keys.map((key) => {
      const text = canonical(value[key], depth - 1);
      return text === null ? null : `${JSON.stringify(key)}:${text}`;
    });
    return joined(entries, '{', '}');
  }
  return JSON.stringify(value) ?? 'null';
}

function joined(parts: readonly (string | null)[], open: string, close: string): string | null {
  return parts.includes(null) ? null : `${open}${parts.join(',')}${close}`;
}
