import fc from 'fast-check';
import { expect, test } from 'vitest';
import { revealing } from '../src/index.ts';
import { KNOWN } from './corpus/labelled.ts';

function classesIn(text: string): readonly string[] {
  return [...new Set(revealing(text).map((passage) => passage.class))].sort();
}

function flaggedIn(text: string): readonly string[] {
  return revealing(text).map(({ start, end }) => text.slice(start, end));
}

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  i: 'і',
  o: 'ο',
  p: 'р',
  s: 'ѕ',
  x: 'х',
  A: 'А',
  E: 'Ε',
  H: 'Н',
  O: 'О',
  T: 'Т',
};
const LETTER = /^[a-z]$/i;

/** Other ways to type a letter that look the same, or nearly so. */
const WRITTEN: readonly ((letter: string) => string)[] = [
  (letter) => LOOK_ALIKES[letter] ?? letter,
  (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0),
  (letter) => `${letter}\u00ad`,
  (letter) => `${letter}\u200b`,
  (letter) => `${letter}\u2060`,
  (letter) => `${letter}\u0301`,
  (letter) => `${letter}\u{e0041}`,
  (letter) => letter,
];

test('however its letters are typed, a sentence reveals what it reveals', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...KNOWN.map(({ text }) => text)),
      fc.infiniteStream(fc.constantFrom(...WRITTEN)),
      (text, ways) => {
        const typed = [...text].map((character) =>
          LETTER.test(character) ? ways.next().value(character) : character,
        );
        expect(classesIn(typed.join(''))).toEqual(classesIn(text));
      },
    ),
    { numRuns: 600 },
  );
});

test('in capitals, a sentence reveals no less', () => {
  for (const { text } of KNOWN)
    expect(classesIn(text.toUpperCase())).toEqual(expect.arrayContaining([...classesIn(text)]));
});

test.each([
  ['He self-harms.', true],
  ['He self harms.', true],
  ['He self‑harms.', true],
  ['He selfharms.', true],
  ['It is Crohn’s.', true],
  ["It is Crohn's.", true],
  ['It is Crohns.', true],
  ['An A.D.H.D. assessment.', true],
  ['Came by A&E.', true],
  ['Dad was diagnosed\nwith it.', true],
  ['A panic\nattack.', true],
  ['There was panic. Attack as a defence was practised.', false],
  ['He hid in panic, attacking midfielders were tired.', false],
  ['He hid in panic, attack was best.', false],
  ['See PTSD.a for it.', true],
  ['See a.PTSD for it.', true],
  ['A tUrning pOint came.', false],
  ['Open to Turning Point.', true],
  ['ADHD/ASD', true],
  ['*asthma*', true],
  ['pseudoasthma', false],
  ['DA was raised.', true],
  ['The Da Vinci project.', false],
  ['da', false],
  ['She was diagnosable.', true],
])('%s: %s', (text, found) => {
  expect(revealing(text).length > 0).toBe(found);
});

test.each([
  ['a sentence', 'All is well. Ines has asthma. Next week.', ['Ines has asthma.']],
  ['not at a title', 'Well. Dr. Ashby spoke of asthma. On.', ['Dr. Ashby spoke of asthma.']],
  ['not at an initial', 'Well. Ms T. Ashby has asthma. On.', ['Ms T. Ashby has asthma.']],
  ['at a letter that is no initial', 'In band B. Asthma is known.', ['Asthma is known.']],
  ['not in a number', 'Well. At 2.30 p.m. asthma clinic. On.', ['At 2.30 p.m. asthma clinic.']],
  ['closing marks are of it', '“He has asthma.” Then on.', ['“He has asthma.”']],
  ['a clause', 'Bus pass asked for; asthma noted; next.', ['asthma noted;']],
  ['a line of a list', '- bus pass\n- asthma\n- rent', ['- asthma']],
  ['a line', 'Bus pass\r\nAsthma noted\r\nRent', ['Asthma noted']],
  ['across a broken line', 'He has\nasthma and\nrests.', ['He has\nasthma and\nrests.']],
  ['across lines broken as Windows does', 'He has\r\nasthma.', ['He has\r\nasthma.']],
  ['up to an empty line', 'he has asthma\n\nand rests', ['he has asthma']],
  ['once for a class', 'Asthma, and eczema with it.', ['Asthma, and eczema with it.']],
  ['each class', 'A Muslim, arrested.', ['A Muslim, arrested.', 'A Muslim, arrested.']],
  ['a question', 'Asthma? Yes!', ['Asthma?']],
])('what is flagged is %s', (_, text, expected) => {
  expect(flaggedIn(text)).toEqual(expected);
});

test('an innocent expression takes away only what lies within it', () => {
  expect(classesIn('He won the assault course.')).toEqual([]);
  expect(classesIn('He won the assault course after an assault.')).toEqual(['CRIMINAL_OFFENCE']);
  expect(classesIn('An assault; course of treatment next.')).toContain('CRIMINAL_OFFENCE');
});

test('Christian is a first name, unless the words beside it speak of belief', () => {
  expect(classesIn('Christian rang, and will visit with Faith.')).toEqual([]);
  expect(classesIn('Mum is a Christian.')).toEqual(['SPECIAL_CATEGORY:RELIGION']);
});
