import { expect, test } from 'vitest';
import type { Way } from './ways.ts';
import { Ways } from './ways.ts';

const LIFE: readonly Way[] = [
  ['ASKED', 'SHARED'],
  ['ASKED', 'REFUSED'],
  ['REFUSED', 'ESCALATED'],
  ['ESCALATED', 'ASKED'],
  ['ESCALATED', 'ESCALATED'],
];
const FROM_ASKED = ['SHARED', 'REFUSED'];
const itself = (to: string): string => to;

test('a walk goes on where it has not been, however far that is, and then anywhere', () => {
  const ways = new Ways(LIFE);
  const onward = () => ways.onward('ASKED', FROM_ASKED, itself);
  expect(onward()).toEqual(['SHARED', 'REFUSED']);
  ways.took('ASKED', 'SHARED');
  expect(onward()).toEqual(['REFUSED']);
  for (const [from, to] of LIFE.slice(1, 4)) ways.took(from, to);
  expect(onward()).toEqual(['REFUSED']);
  expect(() => ways.expectAll()).toThrow('ESCALATED ESCALATED');
  ways.took('ESCALATED', 'ESCALATED');
  expect(onward()).toEqual(FROM_ASKED);
  ways.expectAll();
});

test('what only leads through is gone through, and need not be taken', () => {
  const ways = new Ways([['LIVE', 'ENDED']], [['NEW', 'LIVE']]);
  expect(ways.onward('NEW', ['LOST', 'LIVE'], itself)).toEqual(['LIVE']);
  expect(ways.isLeft(['NEW', 'LIVE'])).toBe(false);
  ways.took('LIVE', 'ENDED');
  ways.expectAll();
});
