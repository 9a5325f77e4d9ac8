import { readFileSync } from 'node:fs';
import { PURPOSES } from '@postern/policy';
import { expect, test } from 'vitest';
import type { Agreement } from '../src/index.ts';
import { AGREEMENT_IDS, AGREEMENTS, COLLISIONS, heldVersion, ROLES } from '../src/index.ts';

const CLAUSES = new Set(
  readFileSync(new URL('../data/clauses.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.slice(0, line.indexOf('\t'))),
);
const agreements = Object.values(AGREEMENTS);
const named = agreements.map((agreement) => ({ agreement, named: agreement.id }));

/** Every clause that an agreement gives as its source. */
function clausesOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^(SHR|DEV|STA|SOM|PN)-/.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(clausesOf);
}

test('there are the five, each under its own id', () => {
  expect(agreements.map(({ id }) => id).sort()).toEqual([...AGREEMENT_IDS].sort());
  for (const [id, agreement] of Object.entries(AGREEMENTS)) expect(agreement.id).toBe(id);
});

test.each(named)('every clause of $named is one of the list, and of its own text', (given) => {
  const clauses = clausesOf(given.agreement);
  expect(clauses.length).toBeGreaterThan(20);
  expect(clauses.filter((clause) => !CLAUSES.has(clause))).toEqual([]);
  const source = clauses[0]?.split('-')[0];
  expect(clauses.filter((clause) => !clause.startsWith(`${source}-`))).toEqual([]);
});

test.each(named)(
  '$named has dated versions in order, purposes and roles that there are',
  (given) => {
    const { versions, purposes, roles, until }: Agreement = given.agreement;
    const days = versions.map(({ from }) => from);
    expect(days).toEqual([...days].sort());
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
    if (until !== null) expect(until > heldVersion(given.agreement).from).toBe(true);
    expect(
      Object.keys(purposes).filter((each) => !PURPOSES.some((known) => known === each)),
    ).toEqual([]);
    expect(Object.keys(roles).filter((role) => !Object.hasOwn(ROLES, role))).toEqual([]);
  },
);

test('what agencies sign names a basis in law, a gateway, who reviews it and what is accepted', () => {
  for (const { kind, bases, review, userAgreement, terms } of agreements) {
    if (kind === 'NOTICE') continue;
    for (const keys of Object.values(bases)) expect(Object.keys(keys)).not.toEqual([]);
    expect(review).not.toBeNull();
    expect(userAgreement).not.toBeNull();
    expect(terms.map(({ name }) => name)).toContain('Standard');
  }
});

test('no figure is called as another', () => {
  const ids = agreements.flatMap(({ timers }) => timers.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});

test('every collision cites clauses that there are, and its default is one of its choices', () => {
  for (const [name, { clauses, choices, default: chosen, fixedBecause }] of Object.entries(
    COLLISIONS,
  )) {
    expect(
      clauses.filter((clause) => !CLAUSES.has(clause)),
      name,
    ).toEqual([]);
    expect(Object.keys(choices), name).toContain(chosen);
    expect(Object.keys(choices).length > 1, name).toBe(fixedBecause === null);
  }
});
