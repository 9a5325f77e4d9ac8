import type { Condition } from '@postern/policy';
import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import type { RowBinding } from '../src/index.ts';
import { compileStatement, conditionSql, literal, literals } from '../src/index.ts';
import { HOSTILE_TEXTS } from './random-condition.ts';

describe('only plain names are written into SQL', () => {
  test.each(['TAF_MEMBER', 'SPECIAL_CATEGORY:HEALTH', 'Person.givenName', '2024-10', '18'])(
    '%s',
    (name) => {
      expect(compileStatement(literal(name)).text).toBe(`'${name}'`);
    },
  );

  const plain = /^[A-Za-z0-9]+$/;
  test.each([
    ...HOSTILE_TEXTS.filter((name) => !plain.test(name)),
    'a b',
    "a'",
    'a\\',
    'a"',
    'a;',
    'a%',
    'a$1',
    'a\n',
    '\na',
    'a\u0000',
    'ａ',
    "A' OR 'A",
  ])('not %j', (name) => {
    expect(() => literal(name)).toThrow(TypeError);
    expect(() => literals(['plain', name])).toThrow(TypeError);
  });

  test('the refusal does not repeat the name', () => {
    expect(() => literal('Ottoline Quill')).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('Ottoline') }),
    );
  });
});

describe('a rule’s values are bound, never written', () => {
  const table = pgTable('record', { label: text() });
  const binding: RowBinding = {
    link: { kind: 'NONE' },
    rowId: sql`NULL::uuid`,
    attribute: () => sql`${table.label}`,
  };
  const hostile = HOSTILE_TEXTS.filter((value) => value.length > 2);

  test.each(hostile)('%j', (value) => {
    const conditions: readonly Condition[] = [
      { kind: 'COMPARE', attribute: 'label', operator: '$eq', value },
      { kind: 'COMPARE', attribute: 'label', operator: '$ne', value },
      { kind: 'COMPARE', attribute: 'label', operator: '$in', value: [value, 'x'] },
      { kind: 'COMPARE', attribute: 'label', operator: '$nin', value: ['x', value] },
    ];
    for (const condition of conditions) {
      const { text: written, bind } = compileStatement(conditionSql(condition, binding));
      expect(written).not.toContain(value);
      expect(bind({}).flat()).toContain(value);
    }
  });
});
