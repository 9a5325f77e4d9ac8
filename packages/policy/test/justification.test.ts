import { describe, expect, test } from 'vitest';
import { holdsFor } from './asking.ts';
import { mothers } from './family-member.ts';
import {
  AFTER,
  BEFORE,
  child,
  episodeA,
  healthCondition,
  justificationOnA,
  NOW,
  parent,
  planAction,
} from './small-county.ts';

describe('justification.covers', () => {
  const cases: readonly (readonly [string, object, boolean])[] = [
    ['as it stands', {}, true],
    ['starts now', { startsAt: NOW }, true],
    ['starts a moment later', { startsAt: AFTER }, false],
    ['expires a moment later', { expiresAt: AFTER }, true],
    ['expires now', { expiresAt: NOW }, false],
    ['expired a moment ago', { expiresAt: BEFORE }, false],
    ['of somebody else', { accountId: 'colleague' }, false],
    ['for another person', { personId: 'parent' }, false],
    ['for another purpose', { purpose: 'SAFEGUARDING' }, false],
    ['for another class', { classes: ['CRIMINAL_OFFENCE'] }, false],
    ['for another category of the class', { classes: ['SPECIAL_CATEGORY:DISABILITY'] }, false],
    ['for no class', { classes: [] }, false],
    ['on an episode that does not concern the person', { episodeId: 'episode-z' }, false],
    ['a draft', { state: 'DRAFT' }, false],
    ['waiting for approval', { state: 'NEEDS_APPROVAL' }, false],
    ['withdrawn', { state: 'WITHDRAWN' }, false],
    ['challenged', { state: 'CHALLENGED' }, false],
    ['struck', { state: 'STRUCK' }, false],
    ['without relevance', { relevance: ' ' }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    const facts = { justification: [{ ...justificationOnA, ...change }] };
    for (const [row, field] of [
      [child, 'healthConditions'],
      [healthCondition('h1'), 'label'],
    ] as const)
      expect(holdsFor('justification.covers', { facts, row, field })).toBe(expected);
  });

  test.each([
    ['nhsNumber', true],
    ['healthConditions', true],
    ['convictions', true],
    ['ethnicity', false],
    ['givenName', true],
    ['kind', false],
  ])('covers the classes it names that can be covered: %s', (field, expected) => {
    const classes = [...justificationOnA.classes, 'PERSONAL', 'OPERATIONAL'];
    const facts = { justification: [{ ...justificationOnA, classes }] };
    expect(holdsFor('justification.covers', { facts, field })).toBe(expected);
  });

  test('speaks for one person only', () => {
    const facts = {
      justification: [justificationOnA],
      episodePerson: ['child', 'parent'].map((personId) => ({ episodeId: 'episode-a', personId })),
    };
    expect(holdsFor('justification.covers', { facts, row: child, field: 'healthConditions' })).toBe(
      true,
    );
    expect(
      holdsFor('justification.covers', { facts, row: parent, field: 'healthConditions' }),
    ).toBe(false);
  });

  test('two justifications, each wanting something else, are not one', () => {
    const facts = {
      justification: [
        { ...justificationOnA, expiresAt: NOW },
        { ...justificationOnA, classes: ['CRIMINAL_OFFENCE'] },
      ],
    };
    expect(holdsFor('justification.covers', { facts, field: 'healthConditions' })).toBe(false);
  });

  describe('of an entry of an episode', () => {
    const ofChild = { ...justificationOnA, classes: ['PERSONAL'] };
    const ofParent = { ...ofChild, personId: 'parent' };
    const covered = (concerns: readonly string[], ...justification: (typeof ofChild)[]): boolean =>
      holdsFor('justification.covers', {
        facts: { justification },
        row: planAction(concerns),
        field: 'text',
      });

    test('is for everybody it concerns', () => {
      expect(covered(['child'], ofChild)).toBe(true);
      expect(covered(['child', 'parent'], ofChild)).toBe(false);
      expect(covered(['child', 'parent'], ofChild, ofParent)).toBe(true);
      expect(covered(['parent'], ofChild)).toBe(false);
    });

    test('is for somebody', () => {
      expect(covered([], ofChild, ofParent)).toBe(false);
    });

    test('is for the episode it belongs to', () => {
      expect(covered(['child'], { ...ofChild, episodeId: 'episode-b' })).toBe(false);
      expect(covered(['child', 'parent'], ofChild, { ...ofParent, episodeId: 'episode-b' })).toBe(
        false,
      );
    });

    test('of a signer is for the signer', () => {
      const row = {
        type: 'AgreementSigner',
        attributes: {},
        about: { episodeId: 'episode-a', personId: 'child' },
      };
      const named = { ...row, about: { episodeId: 'episode-a', concerns: ['child'] } };
      const facts = { justification: [{ ...ofChild, classes: ['PERSONAL'] }] };
      for (const signer of [row, named]) {
        expect(holdsFor('justification.covers', { facts, row: signer, field: 'name' })).toBe(true);
        expect(holdsFor('justification.covers', { facts: {}, row: signer, field: 'name' })).toBe(
          false,
        );
      }
    });
  });

  test('is nothing to a family member, who relies on no agency’s basis', () => {
    const facts = { justification: [{ ...justificationOnA, accountId: 'mother' }] };
    expect(holdsFor('justification.covers', mothers({ facts, field: 'healthConditions' }))).toBe(
      false,
    );
  });

  test('is never about a row that is not one person’s', () => {
    const facts = {
      justification: [{ ...justificationOnA, classes: ['PERSONAL', 'OPERATIONAL'] }],
      episode: [episodeA],
    };
    const row = {
      type: 'AccessGrant',
      attributes: { id: 'g' },
      about: { episodeId: 'episode-a', personId: 'child', accountId: 'colleague' },
    };
    expect(holdsFor('justification.covers', { facts, row, field: 'id' })).toBe(false);
  });
});
