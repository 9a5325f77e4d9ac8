import { CommandRefused } from '@postern/subgraph-kit';
import { expect, test } from 'vitest';
import { requireNobody } from '../../src/modules/review-access/guards/identifies-nobody.ts';

function kindsIn(learning: string): readonly string[] {
  try {
    requireNobody(learning);
    return [];
  } catch (refused) {
    if (!(refused instanceof CommandRefused)) throw refused;
    return refused.details.about ?? [];
  }
}

test.each([
  'EH-000001',
  'eh-000001',
  'EH\u2011000001',
  'ＥＨ－０００００１',
  '943 476 5919',
  '943.476.5919',
  '943\u00a0476\u00a05919',
  '(943) 476/5919',
  '94\u200b34765919',
  '٩٤٣ ٤٧٦ ٥٩١٩',
  'QQ 12 34 56 C',
  'qq-12-34-56-c',
  'MZ1 1AA',
  'mz1\u00a01aa',
  'MZ1  1AA',
  'somebody@school.example',
  '2015-03-12',
  '2015\u201103\u201112',
  '12.3.15',
  'born 12 March 2015',
  'born on the 12th of march, 2015',
  'March 12th, 2015',
  'EH 000001',
  'EH000001',
  'EH_000001',
  'EH·000·001',
  'eh/0001',
  'MZ1-4QT',
  'MZ1_4QT',
  'M1…1AA',
  '943,476,5919',
  '943_476_5919',
  '943 | 476 | 5919',
  'QQ_12_34_56_C',
  '12-Mar-2015',
  '12/Mar/2015',
  '12Mar2015',
  '12∕3∕2015',
  '12⁄3⁄2015',
  '12, 3, 2015',
  '12 3 2015',
  '12_03_15',
  '12032015',
  '20150312',
  'March the 12th 2015',
  'the 12th day of the month of March, in 2015',
  '2015, March 12',
  '2015-Mar-12',
])('"%s" is told to identify somebody, and not repeated', (identifier) => {
  const kinds = kindsIn(`Nobody asked (${identifier}) for a year.`);
  expect(kinds).not.toEqual([]);
  expect(kinds.join()).not.toContain(identifier);
});

test.each([
  'Plans name who does what, and by when.',
  'In 2024 we saw 12 families, 3 of them twice; by May 9 had a plan.',
  'By 2025, for us, 2024 was better: of 1200 plans 8, 10 and 12 in 100 were late. To us. 2024 is over.',
  'It may take 2 or 3 weeks; in March 12 families, in 2024 30.',
  'Section 8.3 was read at 10:30 in group B, by 2 of 3.',
  'Ask the child. “früher” ‏עברית‏ 🧩',
])('"%s" identifies nobody', (learning) => expect(kindsIn(learning)).toEqual([]));
