import { describe, expect, test } from 'vitest';
import { revealing } from '../src/index.ts';

const SIZE = 40_000;

/** Texts made to be slow to read, each of about `size` characters. */
const ADVERSARIAL: Readonly<Record<string, (size: number) => string>> = {
  'one word without end': (size) => 'a'.repeat(size),
  'a stem without end': (size) => 'diagnos'.repeat(size / 7),
  'starts of expressions': (size) => 'stopped found home to by the '.repeat(size / 29),
  'an expression in an expression': (size) => 'hit hits hitting kick his '.repeat(size / 26),
  'innocent ones': (size) => 'assault course '.repeat(size / 15),
  'flagged ones': (size) => 'Arrested. '.repeat(size / 10),
  'no sentence ends': (size) => 'arrested and '.repeat(size / 13),
  'single letters': (size) => 'A.'.repeat(size / 2),
  'empty lines': (size) => `a${'\n'.repeat(size)}b`,
  spaces: (size) => `a${' '.repeat(size)}b`,
  'full stops': (size) => `a${'.'.repeat(size)}b`,
  'stops and closing marks': (size) => `a${'.")'.repeat(size / 3)}b`,
  'closing marks': (size) => `a.${'"'.repeat(size)}b`,
  bullets: (size) => '\n- '.repeat(size / 3),
  'what is invisible': (size) => `a${'\u200b'.repeat(size)}b`,
  accents: (size) => `a${'\u0301'.repeat(size)}b`,
  'long compatibility forms': (size) => '\ufdfa'.repeat(size / 10),
};

/** How often the lexicon was looked into, and how many characters regular expressions were given to look at. */
function workOf(text: string): { readonly lookups: number; readonly matched: number } {
  const [get, run] = [Map.prototype.get, RegExp.prototype.test];
  let [lookups, matched] = [0, 0];
  Map.prototype.get = function counted(key): unknown {
    lookups += 1;
    return get.call(this, key);
  };
  RegExp.prototype.test = function counted(given): boolean {
    matched += given.length;
    return run.call(this, given);
  };
  try {
    revealing(text);
  } finally {
    Map.prototype.get = get;
    RegExp.prototype.test = run;
  }
  return { lookups, matched };
}

describe.each(Object.entries(ADVERSARIAL))('%s', (_, textOf) => {
  test('twice the text is twice the work, and not much for a character', () => {
    const [once, twice] = [workOf(textOf(SIZE)), workOf(textOf(2 * SIZE))];
    for (const measure of ['lookups', 'matched'] as const) {
      expect(twice[measure]).toBeLessThan(2.1 * once[measure] + 200);
      expect(once[measure]).toBeLessThan(40 * SIZE);
    }
  });
});

test('no regular expression sees more of a text than one word', () => {
  const text = 'He was arrested on Friday; nothing more is known.\n'.repeat(200);
  const run = RegExp.prototype.test;
  let longest = 0;
  RegExp.prototype.test = function counted(given): boolean {
    longest = Math.max(longest, given.length);
    return run.call(this, given);
  };
  try {
    revealing(text);
  } finally {
    RegExp.prototype.test = run;
  }
  expect(longest).toBeLessThanOrEqual('arrested'.length);
});
