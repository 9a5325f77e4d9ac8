/**
 * Characters that say nothing by themselves, as first and last code point: spaces, controls, signs and symbols, accents
 * without a letter, and what is there to be ignored, such as a filler or a mark of direction. A list of its own, because
 * databases and runtimes know Unicode by different versions, and both have to see the same.
 */
export const SAYING_NOTHING: readonly (readonly [number, number])[] = [
  [0x01, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2b0, 0x36f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x206f],
  [0x20a0, 0x20ff],
  [0x2190, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3000, 0x3004],
  [0x3008, 0x3030],
  [0x3164, 0x3164],
  [0xd800, 0xf8ff],
  [0xfe00, 0xfe6f],
  [0xfeff, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xffa0, 0xffa0],
  [0xffe0, 0xffff],
  [0x1bca0, 0x1bca3],
  [0x1d100, 0x1d1ff],
  [0x1f000, 0x1faff],
  [0xe0000, 0x10ffff],
];

const SAYING_SOMETHING = new RegExp(
  `[^\\0${SAYING_NOTHING.map(([first, last]) => `${written(first)}-${written(last)}`).join('')}]`,
  'u',
);

/** Without a single letter or digit, of any script. */
export function isBlank(text: string): boolean {
  return !SAYING_SOMETHING.test(text);
}

function written(code: number): string {
  return `\\u{${code.toString(16)}}`;
}
