import type { ClassKey } from '@postern/policy';
import { describe, expect, test } from 'vitest';
import { revealing } from '../src/index.ts';
import type { Labelled } from './corpus/labelled.ts';
import { HELD_OUT, KNOWN, ROUNDABOUT } from './corpus/labelled.ts';

/** What share of the sentences that reveal a class is found, and what share of what is found is right. */
interface Demanded {
  readonly recall: number;
  readonly precision: number;
}

const CLASSES: readonly ClassKey[] = [
  'SPECIAL_CATEGORY:HEALTH',
  'SPECIAL_CATEGORY:DISABILITY',
  'SPECIAL_CATEGORY:SUBSTANCE_USE',
  'SPECIAL_CATEGORY:ETHNICITY',
  'SPECIAL_CATEGORY:RELIGION',
  'CRIMINAL_OFFENCE',
];
const OF_ALL: Demanded = { recall: 0.97, precision: 0.94 };
const OF_HELD_OUT: Demanded = { recall: 0.85, precision: 0.85 };
const OF_ROUNDABOUT: Demanded = { recall: 0.8, precision: 0.9 };
const FALSE_FLAGS_AT_MOST = 0.05;

describe.each([
  ['all sentences', [...KNOWN, ...HELD_OUT], OF_ALL],
  ['sentences that say it in a roundabout way', ROUNDABOUT, OF_ROUNDABOUT],
  ['sentences that the lexicon was not tuned on', HELD_OUT, OF_HELD_OUT],
] as const)('of %s', (_, sentences, demanded) => {
  test.each(CLASSES)('%s is found, and little is taken for it', (classKey) => {
    const labelled = sentences.filter(({ classes }) => classes.includes(classKey));
    const found = sentences.filter(({ text }) => classesIn(text).has(classKey));
    const right = found.filter(({ classes }) => classes.includes(classKey));
    expect(labelled.length).toBeGreaterThanOrEqual(8);
    expect(right.length / labelled.length).toBeGreaterThanOrEqual(demanded.recall);
    expect(right.length / found.length).toBeGreaterThanOrEqual(demanded.precision);
  });

  test('of the innocent, hardly any is flagged', () => {
    const innocent = sentences.filter(isInnocent);
    const flagged = innocent.filter(({ text }) => revealing(text).length > 0);
    expect(flagged.length / innocent.length).toBeLessThanOrEqual(FALSE_FLAGS_AT_MOST);
  });
});

test('the corpus is large enough, no sentence twice, more than a quarter held out', () => {
  const all = [...KNOWN, ...ROUNDABOUT, ...HELD_OUT];
  expect(all.filter(isInnocent).length).toBeGreaterThanOrEqual(75);
  expect(all.filter((each) => !isInnocent(each)).length).toBeGreaterThanOrEqual(75);
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length);
  expect(HELD_OUT.length / (KNOWN.length + HELD_OUT.length)).toBeGreaterThan(0.25);
});

function classesIn(text: string): ReadonlySet<ClassKey> {
  return new Set(revealing(text).map((passage) => passage.class));
}

function isInnocent({ classes }: Labelled): boolean {
  return classes.length === 0;
}
