import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect, test } from 'vitest';
import { daysAfter } from '../../machines/days-after.ts';
import { complete, sends } from '../../machines/justifying.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { justificationSteps } from './steps.ts';

const { kwame, grace, gideon, dorothea } = cast.practitioners;

/** What is on the record in the end: that it was looked at, whether it was shared, and that the family was told. */
export function recordingScenarios(scene: Scene): void {
  const { gate, clock, given, database } = scene;
  const { sendsIn, takes } = justificationSteps(scene);

  scenario(
    {
      clause: 'DEV-A3-acc1',
      outcome: 'granted',
      that: 'what was looked at first is recorded as shared, with the moment',
    },
    async () => {
      const one = await sendsIn(kwame, 'HEALTH');
      const shared = { outcome: 'SHARED', checkedAccurate: true };
      expect((await takes(kwame, 'recordOutcome', one, shared)).changed).toHaveLength(1);
      const told = { ...one, revision: 2 };
      const because = { notToldBecause: 'Not safe' };
      expect((await takes(kwame, 'recordFamilyTold', told, because)).changed).toHaveLength(1);
      const toCome = await takes(
        kwame,
        'recordFamilyTold',
        { ...one, revision: 3 },
        { familyToldOn: '2199-01-01' },
      );
      expect(toCome.refused?.findings).toMatchObject([{ part: 'familyToldOn' }]);
      const today = { familyToldOn: '2026-06-17' };
      const told3 = await takes(kwame, 'recordFamilyTold', { ...one, revision: 3 }, today);
      expect(told3.changed).toHaveLength(1);
      await takes(kwame, 'withdrawJustification', { ...one, revision: 4 });
    },
  );

  scenario(
    {
      clause: 'DEV-A3-acc1',
      outcome: 'denied',
      that: 'nothing is recorded as shared that nobody looked at, nor by anybody but whom it is for',
    },
    async () => {
      const one = await sendsIn(kwame, 'HEALTH');
      const unchecked = { outcome: 'PART_SHARED', checkedAccurate: false };
      const { refused } = await takes(kwame, 'recordOutcome', one, unchecked);
      expect(refused?.findings.map(({ part }) => part)).toEqual(['checkedAccurate']);
      const shared = { outcome: 'SHARED', checkedAccurate: true };
      expect((await takes(gideon, 'recordOutcome', one, shared)).refused?.code).toBe(
        'JUSTIFICATION_NOT_YOURS',
      );
      expect((await takes(grace, 'recordOutcome', one, shared)).refused?.code).toBe(
        'RECORD_UNKNOWN',
      );
      await takes(kwame, 'withdrawJustification', one);
    },
  );

  scenario(
    {
      clause: 'DEV-3.4',
      outcome: 'granted',
      that: 'fair, lawful, necessary, proportionate, relevant, accurate, timely: said of a disclosure, all of it is on the record',
    },
    async () => {
      const one = await sendsIn(kwame, 'OFFENCE');
      await takes(gideon, 'approveJustification', one);
      const shared = { outcome: 'SHARED', checkedAccurate: true };
      await takes(kwame, 'recordOutcome', { ...one, revision: 2 }, shared);
      const query = `{ justifications(first: 1) { edges { node { relevance alternativesConsidered dangerOfSharing dangerOfNotSharing
        familyToldOn nature article6 gateway checkedAt outcome } } } }`;
      const { body } = await gate().ask(kwame, query);
      for (const value of Object.values(body.data.justifications.edges[0].node))
        if (value !== null) expect(String(value)).not.toBe('');
    },
  );

  scenario(
    {
      clause: 'DEV-3.4',
      outcome: 'denied',
      that: 'with any of them unsaid nothing is recorded',
    },
    async () => {
      for (const part of ['relevance', 'alternatives', 'nature']) {
        const asked = complete('HEALTH', kwame, daysAfter(clock.now(), 30), { [part]: ' ' });
        const { refused } = await sends(gate(), kwame, 'justify', asked);
        expect(refused?.findings.map((each) => each.part)).toEqual([part]);
      }
    },
  );

  test('nobody decides about a family they declared a conflict with, nor is covered for it', async () => {
    const declares = (account: string) =>
      given.added('access.conflict_of_interest', {
        id: crypto.randomUUID(),
        account_id: account,
        family_id: cast.families.yarrow.id,
        declared_at: '2026-06-01T00:00:00Z',
      });
    await declares(gideon.id);
    const one = await sendsIn(kwame, 'OFFENCE');
    const { refused } = await takes(gideon, 'approveJustification', one);
    expect(refused?.code).toBe('RECORD_UNKNOWN');
    const [named] = await database().owner.run<{ approver: string }>({
      text: 'SELECT approver_id AS approver FROM access.justification WHERE id = $1',
      values: [one.id],
    });
    expect(named?.approver).toBe(dorothea.id);
    await declares(grace.id);
    const covering = complete('HEALTH', kwame, daysAfter(clock.now(), 30), { covers: [grace.id] });
    const answer = await sends(gate(), kwame, 'justify', covering);
    expect(answer.refused?.findings.map(({ part }) => part)).toEqual(['covers.0']);
    await takes(kwame, 'withdrawJustification', one);
  });

  test('a colleague who is covered gives up their own only; whoever wrote for several gives up all', async () => {
    const one = await sendsIn(kwame, 'HEALTH', { covers: [grace.id] });
    const [covered] = await database().owner.run<{ id: string; revision: number }>({
      text: 'SELECT id, revision FROM access.justification WHERE set_id = $1 AND account_id = $2',
      values: [one.set, grace.id],
    });
    if (covered === undefined) throw new Error('nobody is covered');
    const states = async (set = one.set) => {
      const rows = await database().owner.run<{ state: string }>({
        text: 'SELECT state FROM access.justification WHERE set_id = $1 ORDER BY account_id = $2',
        values: [set, grace.id],
      });
      return rows.map(({ state }) => state);
    };
    const all = await takes(grace, 'withdrawJustification', covered, { wholeSet: true });
    expect(all.refused?.code).toBe('JUSTIFICATION_NOT_YOURS');
    expect(await states()).toEqual(['LIVE', 'LIVE']);
    expect((await takes(grace, 'withdrawJustification', covered)).refused).toBeNull();
    expect(await states()).toEqual(['LIVE', 'WITHDRAWN']);
    const again = await sendsIn(kwame, 'HEALTH', { covers: [grace.id] });
    await takes(kwame, 'withdrawJustification', again, { wholeSet: true });
    expect(await states(again.set)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    await takes(kwame, 'withdrawJustification', one);
  });

  test('the law is asked again when it is approved and when it is renewed, and where nobody may approve nothing waits', async () => {
    const one = await sendsIn(kwame, 'OFFENCE');
    const health = await sendsIn(kwame, 'HEALTH');
    await given.changed(
      'access.agency_evidence',
      { agency_id: kwame.agency.id, kind: 'APPROPRIATE_POLICY_DOCUMENT' },
      { valid_until: '2026-06-16' },
    );
    for (const { refused } of [
      await takes(gideon, 'approveJustification', one),
      await sends(gate(), kwame, 'renewJustification', {
        justification: health.id,
        expectedRevision: health.revision,
        until: daysAfter(clock.now(), 60).toISOString(),
        idempotencyKey: crypto.randomUUID(),
      }),
    ])
      expect(refused).toMatchObject({
        code: 'JUSTIFICATION_INCOMPLETE',
        findings: [{ code: 'POLICY_DOCUMENT_MISSING', part: 'schedule1Paragraph' }],
      });
    for (const each of [one, health]) await takes(kwame, 'withdrawJustification', each);
    await given.restore();
    for (const { id } of [gideon, dorothea])
      await given.changed('access.account', { id }, { state: 'LOCKED_DOWN' });
    const asked = complete('OFFENCE', kwame, daysAfter(clock.now(), 30));
    const { refused } = await sends(gate(), kwame, 'justify', asked);
    expect(refused).toMatchObject({
      code: 'APPROVER_MISSING',
      about: ['EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'],
    });
  });
}
