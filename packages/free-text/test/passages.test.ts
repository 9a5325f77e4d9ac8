import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revealing, without } from '../src/index.ts';
import { HELD_OUT, KNOWN } from './corpus/labelled.ts';

const SENTENCES = [...KNOWN, ...HELD_OUT].map(({ text }) => text);
const INNOCENT = SENTENCES.filter((text) => revealing(text).length === 0);
const REVEALING = SENTENCES.filter((text) => revealing(text).length > 0);

/** Texts of sentences, halves of expressions and all that may stand between them. */
const text = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...SENTENCES) },
      {
        weight: 4,
        arbitrary: fc.constantFrom(
          'self',
          'harm',
          'Panic',
          'attack',
          'DA',
          'ADHD',
          'assault',
          'course',
          'A',
          'e',
          '7',
        ),
      },
      {
        weight: 8,
        arbitrary: fc.constantFrom(
          ' ',
          '\n',
          '\r\n',
          '. ',
          '.',
          '; ',
          ';',
          '! ',
          '\n\n',
          '\n- ',
          '-',
          ', ',
          '"',
          '\u200b',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 16 },
  )
  .map((parts) => parts.join(''));

test('passages lie within the text, in order, none of a class over another of it', () => {
  fc.assert(
    fc.property(text, (written) => {
      const passages = revealing(written);
      const lastEnd = new Map<string, number>();
      for (const [index, passage] of passages.entries()) {
        expect(passage.start).toBeGreaterThanOrEqual(lastEnd.get(passage.class) ?? 0);
        expect(passage.start).toBeGreaterThanOrEqual(passages[index - 1]?.start ?? 0);
        expect(passage.end).toBeGreaterThan(passage.start);
        expect(passage.end).toBeLessThanOrEqual(written.length);
        expect(Object.keys(passage).sort()).toEqual(['class', 'end', 'start']);
        lastEnd.set(passage.class, passage.end);
        const words = written.slice(passage.start, passage.end);
        expect(words).toBe(words.trim());
        // What is split off reveals by itself what it was flagged for.
        expect(revealing(words).map((each) => each.class)).toContain(passage.class);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what is left without its passages reveals nothing, and is left as it is', () => {
  fc.assert(
    fc.property(text, (written) => {
      const rest = without(written, revealing(written));
      expect(revealing(rest)).toEqual([]);
      expect(without(rest, revealing(rest))).toBe(rest);
    }),
    { numRuns: 2_000 },
  );
});

test('without the passages of one class, others are found still, and none of it', () => {
  fc.assert(
    fc.property(text, (written) => {
      const passages = revealing(written);
      const chosen = passages[0]?.class;
      const rest = without(
        written,
        passages.filter((passage) => passage.class === chosen),
      );
      expect(revealing(rest).map((passage) => passage.class)).not.toContain(chosen);
    }),
    { numRuns: 1_000 },
  );
});

test('innocent sentences around a passage neither hide nor widen it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...REVEALING),
      fc.array(fc.constantFrom(...INNOCENT), { maxLength: 4 }),
      fc.array(fc.constantFrom(...INNOCENT), { maxLength: 4 }),
      fc.constantFrom(' ', '\n', '\n\n', '\n- '),
      (flagged, before, after, space) => {
        const lead = before.map((sentence) => sentence + space).join('');
        const whole = lead + flagged + after.map((sentence) => space + sentence).join('');
        const moved = revealing(flagged).map((passage) => ({
          ...passage,
          start: passage.start + lead.length,
          end: passage.end + lead.length,
        }));
        // On a line of its own, its bullet is of the passage.
        const found = revealing(whole).map((passage) => ({
          ...passage,
          start: whole.startsWith('- ', passage.start) ? passage.start + 2 : passage.start,
        }));
        expect(found).toEqual(moved);
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each([
  ['One. ADHD is known. Two.', 'One. Two.'],
  ['ADHD is known. Two.', 'Two.'],
  ['One. ADHD is known.', 'One.'],
  ['- one\n- ADHD\n- two', '- one\n- two'],
  ['One\nADHD\n\nTwo', 'One\nTwo'],
  ['one;ADHD;two', 'one; two'],
  ['ADHD', ''],
  ['self\nADHD;\nharm', 'self\n\nharm'],
  ['  Nothing here. ', '  Nothing here. '],
])('%j without what it reveals is %j', (written, rest) => {
  expect(without(written, revealing(written))).toBe(rest);
});

test('only chosen passages go', () => {
  const written = 'One. He has asthma. He was arrested. Two.';
  const chosen = revealing(written).filter((passage) => passage.class === 'CRIMINAL_OFFENCE');
  expect(without(written, chosen)).toBe('One. He has asthma. Two.');
});

test('passages may be given in any order, and one within another', () => {
  const [start, end] = [4, 12];
  const health = 'SPECIAL_CATEGORY:HEALTH';
  const within = { start: 5, end: 6, class: health } as const;
  const last = { start: 13, end: 17, class: health } as const;
  expect(without('one two four five six', [last, { start, end, class: health }, within])).toBe(
    'one six',
  );
});
