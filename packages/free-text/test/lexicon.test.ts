import { describe, expect, test } from 'vitest';
import { revealing } from '../src/index.ts';
import type { Asked } from '../src/lexicon/expression.ts';
import { waysToWrite } from '../src/lexicon/expression.ts';
import { MEANINGS } from '../src/lexicon/lexicon.ts';
import { expressionsOf } from '../src/lexicon/terms.ts';
import { Tree } from '../src/lexicon/tree.ts';
import type { Word } from '../src/reading/words.ts';

const REVEALING = MEANINGS.filter(([meaning]) => meaning !== 'INNOCENT');
const INNOCENT = MEANINGS.filter(([meaning]) => meaning === 'INNOCENT');

const INNOCENT_TREE = treeOf(INNOCENT.flatMap(([, terms]) => expressionsOf(terms)));
const REVEALING_TREE = treeOf(REVEALING.flatMap(([, terms]) => expressionsOf(terms)));

/** Each expression means itself. */
function treeOf(expressions: readonly string[]): Tree<string> {
  const tree = new Tree<string>();
  for (const expression of expressions) tree.add(expression, expression);
  return tree;
}

/** Which expressions are found in one way to write an expression. */
function foundIn(tree: Tree<string>, way: readonly Asked[]): ReadonlySet<string> {
  const words = way.map((asked): Word => {
    const at = { start: 0, end: 0 };
    if (asked.kind === 'ANY') return { plain: 'some', capitals: 0, ...at };
    return { plain: asked.plain, capitals: asked.capitals, ...at };
  });
  const found = new Set<string>();
  for (const index of words.keys()) tree.from(words, index, (expression) => found.add(expression));
  return found;
}

function inCapitals(way: readonly Asked[]): readonly Asked[] {
  return way.map((asked) =>
    asked.kind === 'ANY' ? asked : { ...asked, capitals: asked.plain.length },
  );
}

function wordOf(asked: Asked): string {
  if (asked.kind === 'ANY') return 'some';
  const { plain, capitals } = asked;
  return plain.slice(0, capitals).toUpperCase() + plain.slice(capitals);
}

test.each([
  ['asthma*', ['asthma*']],
  ['DA', ['DA', 'DAs', 'DAes']],
  ['allergy', ['allergy', 'allergys', 'allergyes', 'allergies']],
  ['self-harm*', ['self harm*', 'selfharm*']],
  ['hurt|cut [her] arm*', ['hurt arm*', 'hurt her arm*', 'cut arm*', 'cut her arm*']],
  ['served _ month*', ['served some month*']],
  ["crohn's*", ['crohns*']],
])('%s is written', (expression, expected) => {
  const shown = waysToWrite(expression).map((way) =>
    way.map((asked) => (asked.kind === 'STEM' ? `${wordOf(asked)}*` : wordOf(asked))).join(' '),
  );
  expect(shown).toEqual(expected);
});

test('the words of expressions are words, and wildcards stand where they may', () => {
  for (const [, terms] of MEANINGS)
    for (const expression of expressionsOf(terms))
      expect(expression).toMatch(
        /^(?:\[?[\w&-]+\*?(?:\|[\w&-]+\*?)*\]?)(?: \[?[\w&-]+\*?(?:\|[\w&-]+\*?)*\]?)*$/,
      );
});

describe.each(REVEALING.map(([meaning, terms]) => [meaning, expressionsOf(terms)] as const))(
  'terms of %s',
  (meaning, expressions) => {
    test('each is found where it stands in a sentence', () => {
      for (const expression of expressions) {
        const way = waysToWrite(expression).find((each) => foundIn(INNOCENT_TREE, each).size === 0);
        expect(way, expression).toBeDefined();
        const found = revealing(`It says ${(way ?? []).map(wordOf).join(' ')} there.`);
        expect(
          found.map((passage) => passage.class),
          expression,
        ).toContain(meaning);
      }
    });

    test('none is in vain, because others find whatever it finds', () => {
      const tree = treeOf(expressions);
      for (const expression of expressions) {
        const byItself = waysToWrite(expression).filter((way) =>
          [...foundIn(tree, way)].every((found) => found === expression),
        );
        expect(byItself, expression).not.toEqual([]);
      }
    });
  },
);

test('each innocent expression takes away a term', () => {
  for (const expression of INNOCENT.flatMap(([, terms]) => expressionsOf(terms))) {
    const ways = waysToWrite(expression).map(inCapitals);
    expect(
      ways.some((way) => foundIn(REVEALING_TREE, way).size > 0),
      expression,
    ).toBe(true);
  }
});
