import { describe, expect, test } from 'vitest';
import type { Dated } from '../../src/index.ts';
import {
  ARTICLE_6,
  ARTICLE_8_AIMS,
  ARTICLE_9,
  CALDICOTT_PRINCIPLES,
  CONFIDENCE_ROUTES,
  DEA_OBJECTIVES,
  DISADVANTAGE_FACTORS,
  entryInForce,
  GOLDEN_RULES_2018,
  GOLDEN_RULES_2024,
  inForce,
  LEGAL_GATEWAYS,
  OFFENCE_AUTHORITIES,
  PUBLIC_INTEREST_QUESTIONS,
  PURPOSES,
  RECOGNISED_INTERESTS,
  RELEVANT_PARTNERS,
  SCHEDULE_1,
  SECTION_11_BODIES,
  SPECIFIED_PERSONS,
  STANDINGS,
  SUCCESSORS_OF_1998,
} from '../../src/index.ts';

const TABLES: Readonly<Record<string, Readonly<Record<string, Dated>>>> = {
  ARTICLE_6,
  RECOGNISED_INTERESTS,
  ARTICLE_9,
  SCHEDULE_1,
  OFFENCE_AUTHORITIES,
  LEGAL_GATEWAYS,
  RELEVANT_PARTNERS,
  SECTION_11_BODIES,
  DEA_OBJECTIVES,
  SPECIFIED_PERSONS,
  CONFIDENCE_ROUTES,
  ARTICLE_8_AIMS,
  CALDICOTT_PRINCIPLES: Object.fromEntries(CALDICOTT_PRINCIPLES.entries()),
  GOLDEN_RULES: Object.fromEntries([...GOLDEN_RULES_2018, ...GOLDEN_RULES_2024].entries()),
};

describe('the tables of the law', () => {
  test.each(Object.entries(TABLES))(
    '%s: every entry has a source and days that can be',
    (_, table) => {
      for (const [name, { from, until, source }] of Object.entries(table)) {
        expect(source, name).not.toBe('');
        for (const day of [from, until])
          if (day !== null) expect(new Date(day).toISOString().slice(0, 10), name).toBe(day);
        if (from !== null && until !== null) expect(from < until, name).toBe(true);
      }
    },
  );

  test('hold as many as the law has', () => {
    expect(Object.keys(ARTICLE_6)).toHaveLength(7);
    expect(Object.keys(RECOGNISED_INTERESTS)).toHaveLength(5);
    expect(Object.keys(ARTICLE_9)).toHaveLength(10);
    expect(Object.keys(SCHEDULE_1)).toHaveLength(36);
    const open = Object.entries(SCHEDULE_1).filter(([, { openToOffences }]) => openToOffences);
    expect(open).toHaveLength(28);
    expect(Object.keys(RELEVANT_PARTNERS)).toHaveLength(10);
    expect(DISADVANTAGE_FACTORS).toHaveLength(13);
    expect(PUBLIC_INTEREST_QUESTIONS).toHaveLength(7);
    expect(CALDICOTT_PRINCIPLES).toHaveLength(8);
    expect(GOLDEN_RULES_2018).toHaveLength(7);
    expect(GOLDEN_RULES_2024).toHaveLength(7);
  });

  test('a condition that needs UK law is completed by some paragraph, and no other is', () => {
    const completed = new Set(Object.values(SCHEDULE_1).map(({ completes }) => completes));
    for (const [name, { needsUkLaw }] of Object.entries(ARTICLE_9))
      expect(
        [...completed].some((one) => one === name),
        name,
      ).toBe(needsUkLaw);
  });

  test('gateways name standings and purposes that there are', () => {
    for (const { standings, purposes } of Object.values(LEGAL_GATEWAYS)) {
      for (const one of standings) expect(STANDINGS).toContain(one);
      for (const one of purposes ?? []) expect(PURPOSES).toContain(one);
    }
  });

  test('what stands in for the 1998 Act stands in the tables', () => {
    for (const { article6, article9, paragraph, gateway } of Object.values(SUCCESSORS_OF_1998))
      expect([
        ...(article6 === null ? [] : [article6 in ARTICLE_6]),
        ...(article9 === null ? [] : [article9 in ARTICLE_9]),
        ...(paragraph === null ? [] : [paragraph in SCHEDULE_1]),
        ...(gateway === null ? [] : [gateway in LEGAL_GATEWAYS]),
      ]).not.toContain(false);
  });
});

describe('in force', () => {
  const dated = (from: string | null, until: string | null): Dated => ({
    from,
    until,
    source: 's',
  });

  test.each([
    ['on the first day', dated('2026-02-05', null), '2026-02-05', true],
    ['not the day before', dated('2026-02-05', null), '2026-02-04', false],
    ['on the last day', dated('2018-05-25', '2024-05-01'), '2024-04-30', true],
    ['not on the day it ends', dated('2018-05-25', '2024-05-01'), '2024-05-01', false],
    ['never without an appointed day', dated(null, null), '2099-01-01', false],
  ])('%s', (_, entry, day, expected) => {
    expect(inForce(entry, day)).toBe(expected);
  });

  test('from its first day until the day on which it no longer may', () => {
    const dated = { from: '2026-02-05', until: '2026-07-01', source: 'a regulation' };
    const days = ['2026-02-04', '2026-02-05', '2026-06-30', '2026-07-01'];
    expect(days.map((day) => inForce(dated, day))).toEqual([false, true, true, false]);
    expect(inForce({ ...dated, from: null }, '2026-06-30')).toBe(false);
  });

  test('a name that every object inherits is no entry', () => {
    expect(entryInForce(ARTICLE_6, 'constructor', '2026-06-17')).toBeNull();
    expect(entryInForce(ARTICLE_6, null, '2026-06-17')).toBeNull();
  });

  test('the duty to share of section 16LA waits for its day', () => {
    expect(LEGAL_GATEWAYS['CA2004_S16LA']?.from).toBeNull();
  });
});
