import { expect, test } from 'vitest';
import { mergeInto } from '../src/execution/merge.ts';

test('merging brings fields together deeply, and no null hides a value', () => {
  const target = { a: { x: 1 }, list: [{ p: 1 }, null], kept: 'k', missing: null };
  mergeInto(target, {
    a: { y: 2 },
    list: [{ q: 2 }, { q: 3 }],
    kept: null,
    missing: 'now',
    absent: undefined,
  });
  expect(target).toEqual({
    a: { x: 1, y: 2 },
    list: [{ p: 1, q: 2 }, { q: 3 }],
    kept: 'k',
    missing: 'now',
  });
});

test('merging leaves every prototype as it was', () => {
  const target: Record<string, unknown> = { nested: {} };
  const hostile = '{"__proto__":{"x":1},"nested":{"__proto__":{"x":1}},"constructor":{"x":1}}';
  mergeInto(target, JSON.parse(hostile) as Record<string, unknown>);
  expect(Object.getPrototypeOf(target)).toBe(Object.prototype);
  expect(Object.getPrototypeOf(target.nested)).toBe(Object.prototype);
  expect(Object.hasOwn(Object, 'x')).toBe(false);
});
