import type { ConformanceSource, FilterShape } from '@postern/testkit';
import {
  CONFORMANCE_HOLDER,
  conformanceSources,
  filterShapes,
  REOPENING_SETS,
} from '@postern/testkit';
import { beforeAll, describe, expect, test } from 'vitest';
import { accessDatabase } from './access-database.ts';
import { Inexpressible, templateOf } from './cel/template-of.ts';
import type { ShapeOutcome } from './conformance-page.ts';
import { conformancePage } from './conformance-page.ts';
import { ConformanceTable } from './conformance-table.ts';

const PAGE = new URL('../../../docs/evidence/conformance.md', import.meta.url).pathname;

const connection = accessDatabase();

describe('a condition in CEL as a rule’s', () => {
  test.each([
    ['3 <= R.attr.size', { where: { size: { $gte: 3 } } }],
    ['!(R.attr.kind in ["a", null])', { not: { where: { kind: { $in: ['a', null] } } } }],
    [
      '(R.attr.open ? R.attr.size : 0) > 1',
      {
        any: [
          { all: [{ where: { open: { $eq: true } } }, { where: { size: { $gt: 1 } } }] },
          { all: [{ not: { where: { open: { $eq: true } } } }, { not: 'always' }] },
        ],
      },
    ],
  ])('%s', (cel, when) => {
    expect(templateOf(cel)).toEqual(when);
  });

  test.each([
    ['R.attr.kind.startsWith("a")', 'parts of a text'],
    ['R.attr.size + 1 > 2', 'arithmetic on an attribute'],
    ['R.attr.kind == R.attr.other', 'one attribute against another'],
    ['R.attr.parent.kind == "a"', 'attributes of another record or a document'],
    ['P.attr.kind == "a"', 'attributes of the principal'],
  ])('no condition can say %s', (cel, reason) => {
    expect(() => templateOf(cel)).toThrow(new Inexpressible(reason));
  });
});

describe.each(conformanceSources().filter(({ name }) => name === 'shared'))(
  'conditions written in CEL: the $name shapes',
  (source) => {
    // The rows do not list `owner`; the shapes' answers say that it is the optional text with its nulls written.
    const rows = source.rows.map((row) => ({ ...row, owner: row['aOptionalString'] ?? null }));
    const table = new ConformanceTable(connection, { ...source, rows }, 'shapes');
    const shapes = filterShapes();
    const outcomes: ShapeOutcome[] = [];

    beforeAll(async () => {
      await table.store();
      for (const shape of shapes) outcomes.push(await outcomeOf(shape));
    });

    async function outcomeOf(shape: FilterShape): Promise<ShapeOutcome> {
      if (shape.cel === null) return { shape, kind: 'REFUSED', reason: 'its source is not given' };
      try {
        const when = templateOf(shape.cel);
        const found = await table.outcomeOfStored([ruleWith(when)]);
        if (found === 'UNSAVED')
          return { shape, kind: 'REFUSED', reason: 'a rule that may not be saved' };
        if (found === 'UNCOMPILED') throw new Error(`${shape.action} is not compiled.`);
        const ids = found;
        const differing = rows
          .filter(({ id }) => ids.includes(id) !== shape.allow.includes(id))
          .map(({ id }) => id);
        return { shape, kind: 'DECIDED', found: ids, differing };
      } catch (problem) {
        if (problem instanceof Inexpressible)
          return { shape, kind: 'REFUSED', reason: problem.message };
        throw problem;
      }
    }

    const decided = (): readonly Extract<ShapeOutcome, { kind: 'DECIDED' }>[] =>
      outcomes.filter((one) => one.kind === 'DECIDED');

    test('every shape that a condition can express gives the same ids, or differs on a null that it compares', () => {
      const compared = (cel: string): readonly string[] =>
        [...cel.matchAll(/R\.attr\.(\w+)/g)].map(([, name = '']) => name);
      for (const { shape, differing } of decided())
        for (const id of differing) {
          const row: ConformanceSource['rows'][number] | undefined = rows.find(
            (one) => one.id === id,
          );
          expect([
            shape.action,
            id,
            compared(shape.cel ?? '').some((name) => row?.[name] === null),
          ]).toEqual([shape.action, id, true]);
        }
    });

    test('the shapes are neither all empty nor all total, and each is decided or refused', () => {
      expect(outcomes).toHaveLength(shapes.length);
      expect(decided().length).toBeGreaterThan(40);
      const partial = decided().filter(
        ({ found }) => found.length > 0 && found.length < rows.length,
      );
      expect(partial.length).toBeGreaterThan(30);
    });

    test('the page of evidence says the same', async () => {
      const sets = await Promise.all(
        source.sets.map(async (set) => ({ set, outcome: await table.outcomeOf(set) })),
      );
      await expect(conformancePage(sets, outcomes, REOPENING_SETS)).toMatchFileSnapshot(PAGE);
    });
  },
);

function ruleWith(when: unknown): object {
  return {
    name: 'shape',
    role: CONFORMANCE_HOLDER.roles[0],
    action: 'read',
    resource: 'R',
    fields: ['id'],
    purposes: [CONFORMANCE_HOLDER.purpose],
    effect: 'ALLOW',
    when,
    clause: 'SHR-3.3.1',
  };
}
