import { describe, expect, test } from 'vitest';
import type { OracleRow, ProceedingFact } from '../src/index.ts';
import { PROCEEDINGS } from '../src/index.ts';
import { holdsFor } from './asking.ts';
import { mothers } from './family-member.ts';
import {
  AFTER,
  BEFORE,
  child,
  FAR_AHEAD,
  grantOnA,
  healthCondition,
  LONG_AGO,
  NOW,
  planAction,
  rowOfEpisodeA,
  rowOfEpisodeB,
} from './small-county.ts';

type Case = readonly [name: string, change: object, expected: boolean];

const audit: ProceedingFact = {
  id: 'proceeding',
  kind: 'AUDIT',
  episodeId: 'episode-a',
  state: 'OPEN',
  openedAt: LONG_AGO,
  endsAt: FAR_AHEAD,
  closedAt: null,
};

/** Holds the role as the teacher does. */
function inRole(role: string) {
  return [{ accountId: 'teacher', role, startsAt: LONG_AGO, endsAt: null }];
}

describe('proceeding.live', () => {
  const live = (change: object, role = 'QA_AUDITOR', row: OracleRow = rowOfEpisodeA): boolean =>
    holdsFor('proceeding.live', {
      role,
      row,
      facts: { proceeding: [{ ...audit, ...change }], roleHolding: inRole(role) },
    });
  const cases: readonly Case[] = [
    ['as it stands', {}, true],
    ['opened now', { openedAt: NOW }, true],
    ['opened a moment later', { openedAt: AFTER }, false],
    ['ends a moment later', { endsAt: AFTER }, true],
    ['ends now', { endsAt: NOW }, false],
    ['closed a moment later', { closedAt: AFTER }, true],
    ['closed now', { closedAt: NOW }, false],
    ['without the end that its kind needs', { endsAt: null }, false],
    ['not open any more', { state: 'COMPLETE' }, false],
    ['in a state of another kind', { state: 'LISTED' }, false],
    ['of another kind', { kind: 'REVIEW' }, false],
    ['of a kind nobody knows', { kind: 'INQUEST' }, false],
    ['of a kind that is a property of every object', { kind: 'constructor' }, false],
    ['about another episode', { episodeId: 'episode-b' }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    expect(live(change)).toBe(expected);
  });

  test.each(Object.entries(PROCEEDINGS))('%s', (kind, law) => {
    const states = ['REFERRED', 'LISTED', 'PRESENTED', 'ACTIONS_RECORDED', 'OPEN', 'STAGE_REVIEW'];
    states.push('FAMILY_FEEDBACK_DUE', 'FEEDBACK_GIVEN', 'WITHDRAWN');
    states.push('SENT', 'RECEIVED', 'ROUTED', 'ORIGINATOR_CONSULT', 'EXEMPTION_REVIEW');
    states.push('ASSESSED', 'INVESTIGATED', 'CLOSED', 'PROPOSED');
    const liveStates: readonly string[] = law.live;
    for (const state of states) {
      expect(live({ kind, state }, law.role)).toBe(liveStates.includes(state));
      expect(live({ kind, state }, 'TAF_MEMBER')).toBe(false);
    }
    const [state] = law.live;
    expect(live({ kind, state, endsAt: null }, law.role)).toBe(!law.timed);
  });

  test('speaks of the episode of the path', () => {
    expect(live({}, 'QA_AUDITOR', child)).toBe(true);
    expect(live({}, 'QA_AUDITOR', rowOfEpisodeB)).toBe(false);
    expect(live({}, 'QA_AUDITOR', { type: 'Agency', attributes: {}, about: {} })).toBe(false);
  });

  test('two proceedings, each wanting something else, are not one', () => {
    const proceeding = [
      { ...audit, closedAt: BEFORE },
      { ...audit, endsAt: null },
    ];
    const facts = { proceeding, roleHolding: inRole('QA_AUDITOR') };
    expect(holdsFor('proceeding.live', { facts, role: 'QA_AUDITOR' })).toBe(false);
  });
});

describe('proceeding.onBasis', () => {
  const panel = { ...audit, kind: 'PANEL', state: 'LISTED', basis: 'PUBLIC_TASK' };
  const onBasis = (change: object, role = 'PANEL_MEMBER'): boolean =>
    holdsFor('proceeding.onBasis', {
      role,
      row: rowOfEpisodeA,
      facts: { proceeding: [{ ...panel, ...change }], roleHolding: inRole(role) },
    });
  test.each<Case>([
    ['as it stands', {}, true],
    ['in its last state', { state: 'FEEDBACK_GIVEN' }, true],
    ['on the family’s agreement', { basis: null }, false],
    ['on what says nothing', { basis: ' . ' }, false],
    ['not listed yet', { state: 'REFERRED' }, false],
    ['closed', { state: 'CLOSED' }, false],
    ['closed now', { closedAt: NOW }, false],
    ['about another episode', { episodeId: 'episode-b' }, false],
    ['of another reader', { kind: 'AUDIT', state: 'OPEN' }, false],
  ])('%s', (_name, change, expected) => {
    expect(onBasis(change)).toBe(expected);
  });

  test('is said of the role that reads in it alone', () => {
    expect(onBasis({}, 'TAF_MEMBER')).toBe(false);
    expect(onBasis({ kind: 'AUDIT', state: 'OPEN' }, 'QA_AUDITOR')).toBe(true);
  });
});

describe('transfer.includes', () => {
  const transfer = { ...audit, kind: 'TRANSFER', state: 'SENT', endsAt: null, grantId: 'grant' };
  const sent = { ...grantOnA, id: 'grant' };
  const item = { proceedingId: 'proceeding', itemId: 'action' };
  const includes = (change: object, more: object = {}, row = planAction(['child'])): boolean =>
    holdsFor('transfer.includes', {
      row,
      facts: {
        proceeding: [{ ...transfer, ...change }],
        transferItem: [item],
        accessGrant: [sent],
        ...more,
      },
    });
  const cases: readonly Case[] = [
    ['as it stands', {}, true],
    ['received', { state: 'RECEIVED' }, true],
    ['not sent yet', { state: 'PROPOSED' }, false],
    ['opened a moment later', { openedAt: AFTER }, false],
    ['ended now', { endsAt: NOW }, false],
    ['closed now', { closedAt: NOW }, false],
    ['of another kind', { kind: 'PANEL', state: 'LISTED' }, false],
    ['about an episode without a grant', { episodeId: 'episode-b' }, false],
    ['sent with the grant of a colleague', { grantId: 'another' }, false],
    ['sent with no grant', { grantId: null }, false],
    ['of which it is not known', { grantId: undefined }, false],
  ];
  test.each(cases)('%s', (_name, change, expected) => {
    expect(includes(change)).toBe(expected);
  });

  test('is nothing to a grant without a name, which no transfer was sent with', () => {
    expect(includes({ grantId: undefined }, { accessGrant: [grantOnA] })).toBe(false);
  });

  test('is true of the rows that were picked alone', () => {
    expect(includes({}, { transferItem: [] })).toBe(false);
    expect(includes({}, { transferItem: [{ ...item, proceedingId: 'another' }] })).toBe(false);
    expect(includes({}, {}, planAction(['child'], { rowId: 'another' }))).toBe(false);
    expect(includes({}, {}, planAction(['child'], { rowId: null }))).toBe(false);
    expect(includes({}, {}, healthCondition('h1', { rowId: 'action' }))).toBe(true);
  });

  test.each<Case>([
    ['in another role that is held', { role: 'LEAD_PROFESSIONAL' }, true],
    ['in a role that is not held', { role: 'ANALYST' }, false],
    ['ended', { endsAt: NOW }, false],
    ['suspended', { suspendedAt: NOW }, false],
    ['revoked', { revokedAt: NOW }, false],
    ['given by oneself', { grantedBy: 'teacher' }, false],
    ['of somebody else', { accountId: 'colleague' }, false],
  ])('with a grant %s', (_name, change, expected) => {
    const roleHolding = [...inRole('LEAD_PROFESSIONAL'), ...inRole('TAF_MEMBER')];
    expect(includes({}, { roleHolding, accessGrant: [{ ...sent, ...change }] })).toBe(expected);
  });

  test('is nothing to a family member, whose way is not a grant', () => {
    const facts = {
      proceeding: [{ ...transfer, episodeId: 'episode-b' }],
      transferItem: [item],
    };
    const row = planAction(['parent'], { episodeId: 'episode-b' });
    expect(holdsFor('transfer.includes', mothers({ facts, row }))).toBe(false);
  });
});
