import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysAfter } from '../../machines/days-after.ts';
import type { Arguments, JustificationRead, Practitioner } from '../../machines/justifying.ts';
import { complete, ITEMS, legalFor, reads, sends } from '../../machines/justifying.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { justificationSteps } from './steps.ts';

const { kwame, grace, gideon, dorothea, prue } = cast.practitioners;

/** What a person decides about: approval, challenge, and what was shared in the end. */
export function decidingScenarios(scene: Scene): void {
  const { gate, clock, database, given } = scene;
  const { sendsIn, takes } = justificationSteps(scene);
  const timersFire = (now: Date) => fires(scene, 'ALL', now);
  const namedFor = async ({ id }: JustificationRead) => {
    const [named = { approver: '', deputy: '' }] = await database().owner.run<{
      approver: string;
      deputy: string;
    }>({
      text: 'SELECT approver_id AS approver, deputy_id AS deputy FROM access.justification WHERE id = $1',
      values: [id],
    });
    return named;
  };
  const noticesTo = (account: string) =>
    database().owner.run<{ kind: string }>({
      text: 'SELECT kind FROM scheduler.notice WHERE to_account = $1 ORDER BY created_at, kind',
      values: [account],
    });

  scenario(
    {
      clause: 'PN-auto',
      outcome: 'granted',
      that: 'offence data opens once the approver named has said yes, who was told that it waits; whoever asked is told, too',
    },
    async () => {
      const one = await sendsIn(kwame, 'OFFENCE');
      expect(one).toMatchObject({ state: 'NEEDS_APPROVAL', approvalReasons: ['OFFENCE_DATA'] });
      expect(await reads(gate(), kwame, 'OFFENCE')).toBeNull();
      const { changed } = await takes(gideon, 'approveJustification', one);
      expect(changed).toMatchObject([{ state: 'LIVE', approver: { id: gideon.id } }]);
      expect(await reads(gate(), kwame, 'OFFENCE')).toEqual(ITEMS.OFFENCE.values);
      expect(await noticesTo(gideon.id)).toContainEqual({ kind: 'JUSTIFICATION_TO_DECIDE' });
      expect(await noticesTo(kwame.id)).toContainEqual({ kind: 'JUSTIFICATION_DECIDED' });
    },
  );

  scenario(
    {
      clause: 'PN-auto',
      outcome: 'denied',
      that: 'what nobody decided in time is not decided by itself: the deputy is told, once, and it opens nothing',
    },
    async () => {
      const one = await sendsIn(grace, 'OFFENCE');
      clock.set(daysAfter(clock.now(), 5));
      const { deputy } = await namedFor(one);
      const before = await noticesTo(deputy);
      const overdue = await database().owner.run({
        text: `SELECT id FROM access.justification WHERE state = 'NEEDS_APPROVAL' AND decide_by <= $1 AND deputy_id = $2`,
        values: [clock.now().toISOString(), deputy],
      });
      await timersFire(clock.now());
      await timersFire(clock.now());
      const after = await noticesTo(deputy);
      const toDecide = after
        .slice(before.length)
        .filter(({ kind }) => kind === 'JUSTIFICATION_TO_DECIDE');
      expect(toDecide).toHaveLength(overdue.length);
      // By no day that has passed.
      const asked = await database().owner.run({
        text: `SELECT DISTINCT params ->> 'by' AS by FROM scheduler.notice WHERE kind = 'JUSTIFICATION_TO_DECIDE' AND to_account = $1
          AND created_at >= $2`,
        values: [deputy, clock.now().toISOString()],
      });
      expect(asked).toEqual([{ by: clock.now().toISOString().slice(0, 10) }]);
      const steps = await database().owner.run<{ move: string; behalf: string }>({
        text: `SELECT move, on_behalf_of AS behalf FROM partners.access_event WHERE subject_id = $1 AND actor_id IS NULL`,
        values: [one.id],
      });
      expect(steps).toEqual([{ move: 'ESCALATE', behalf: 'SERVICE' }]);
      expect(await reads(gate(), grace, 'OFFENCE')).toBeNull();
      const { changed } = await takes(dorothea, 'refuseJustification', { ...one, revision: 2 });
      expect(changed).toMatchObject([{ state: 'REFUSED' }]);
    },
  );

  scenario(
    {
      clause: 'SHR-3.1.1',
      outcome: 'granted',
      that: 'what is grave is asked for with the danger of not sharing weighed',
    },
    async () => {
      const dangers = { dangerOfNotSharing: 'A child could be hurt unseen.' };
      expect(await sendsIn(kwame, 'OFFENCE', dangers)).toMatchObject({ state: 'NEEDS_APPROVAL' });
    },
  );

  scenario(
    {
      clause: 'SHR-3.1.1',
      outcome: 'denied',
      that: 'offence data is not asked for without the danger of not sharing',
    },
    async () => {
      const asked = complete('OFFENCE', kwame, daysAfter(clock.now(), 30), {
        dangerOfNotSharing: null,
      });
      const { refused } = await sends(gate(), kwame, 'justify', asked);
      expect(refused?.findings.map(({ part }) => part)).toEqual(['dangerOfNotSharing']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.1.2',
      outcome: 'granted',
      that: 'whoever overrides confidence weighs what sharing could do, and it waits for the data protection officer',
    },
    async () => {
      const one = await sendsIn(kwame, 'HEALTH', { legal: overriding(kwame) });
      expect(one.state).toBe('NEEDS_APPROVAL');
      expect((await namedFor(one)).approver).toBe(dorothea.id);
      expect(one.approvalReasons).toEqual(['OVERRIDE']);
    },
  );

  scenario(
    {
      clause: 'SHR-3.1.2',
      outcome: 'denied',
      that: 'confidence is not overridden where nobody says what sharing could do',
    },
    async () => {
      const differs = { legal: overriding(kwame), dangerOfSharing: null };
      const asked = complete('HEALTH', kwame, daysAfter(clock.now(), 30), differs);
      const { refused } = await sends(gate(), kwame, 'justify', asked);
      expect(refused?.findings.map(({ part }) => part)).toEqual(['dangerOfSharing']);
    },
  );

  scenario(
    {
      clause: 'PN-r-adm',
      outcome: 'granted',
      that: 'what was found complete by itself is challenged, a person decides, and what stands opens again',
    },
    async () => {
      const one = await sendsIn(grace, 'HEALTH');
      expect(await reads(gate(), grace, 'HEALTH')).toEqual(ITEMS.HEALTH.values);
      const { changed } = await takes(gideon, 'challengeJustification', one);
      expect(changed).toMatchObject([{ state: 'CHALLENGED' }]);
      expect(await reads(gate(), grace, 'HEALTH')).toBeNull();
      await takes(dorothea, 'upholdJustification', { ...one, revision: 2 });
      expect(await reads(gate(), grace, 'HEALTH')).toEqual(ITEMS.HEALTH.values);
      await takes(grace, 'withdrawJustification', { ...one, revision: 3 });
    },
  );

  scenario(
    {
      clause: 'PN-r-adm',
      outcome: 'denied',
      that: 'what is struck stays struck: it opens nothing, and can be neither withdrawn, upheld nor renewed',
    },
    async () => {
      const one = await sendsIn(grace, 'HEALTH');
      await takes(dorothea, 'challengeJustification', one);
      await takes(dorothea, 'strikeJustification', { ...one, revision: 2 });
      expect(await reads(gate(), grace, 'HEALTH')).toBeNull();
      const struck = { ...one, revision: 3 };
      for (const [who, command] of [
        [grace, 'withdrawJustification'],
        [dorothea, 'upholdJustification'],
      ] as const)
        expect((await takes(who, command, struck)).refused?.code).toBe('STEP_NOT_POSSIBLE');
      const { refused } = await sends(gate(), grace, 'renewJustification', {
        justification: one.id,
        expectedRevision: 3,
        until: daysAfter(clock.now(), 10).toISOString(),
        idempotencyKey: crypto.randomUUID(),
      });
      expect(refused?.code).toBe('STEP_NOT_POSSIBLE');
    },
  );

  scenario(
    {
      clause: 'DEV-A2l',
      outcome: 'granted',
      that: 'the data protection officer decides about a challenge with the Caldicott Guardian’s advice on the record',
    },
    async () => {
      const one = await sendsIn(kwame, 'HEALTH');
      await takes(gideon, 'challengeJustification', one);
      const advice = { caldicottAdvice: 'Principle 3: a summary is enough.' };
      await takes(dorothea, 'strikeJustification', { ...one, revision: 2 }, advice);
      const query =
        '{ justifications(first: 100) { edges { node { id state caldicottAdvice } } } }';
      const { body } = await gate().ask(dorothea, query, { purpose: 'ADMINISTRATION' });
      expect(body.data.justifications.edges).toContainEqual({
        node: { id: one.id, state: 'STRUCK', ...advice },
      });
    },
  );

  scenario(
    {
      clause: 'DEV-A2l',
      outcome: 'denied',
      that: 'a manager challenges and does not decide, and nobody decides about their own',
    },
    async () => {
      const one = await sendsIn(kwame, 'HEALTH');
      await takes(gideon, 'challengeJustification', one);
      const challenged = { ...one, revision: 2 };
      for (const who of [gideon, kwame])
        expect((await takes(who, 'upholdJustification', challenged)).refused?.code).toBe(
          'ROLE_NOT_PERMITTED',
        );
      await given.added('access.role_holding', {
        id: crypto.randomUUID(),
        account_id: kwame.id,
        role: 'DATA_PROTECTION_OFFICER',
        starts_at: '2026-06-01T00:00:00Z',
      });
      expect((await takes(kwame, 'upholdJustification', challenged)).refused?.code).toBe(
        'OWN_ACCESS',
      );
    },
  );

  scenario(
    {
      clause: 'PN-auto',
      outcome: 'granted',
      that: 'whoever has least to decide is named, and what ran out undecided is nothing that they have to',
    },
    async () => {
      await given.added('access.role_holding', {
        id: crypto.randomUUID(),
        account_id: prue.id,
        role: 'EARLY_HELP_MANAGER',
        starts_at: '2026-01-01T00:00:00Z',
      });
      const until = (at: Date) =>
        database().owner.run({
          text: `UPDATE access.justification SET expires_at = $1 WHERE state = 'NEEDS_APPROVAL' AND approver_id = ANY ($2::uuid[])`,
          values: [at.toISOString(), [gideon.id, prue.id]],
        });
      await until(daysAfter(clock.now(), -1));
      const one = await sendsIn(kwame, 'OFFENCE');
      const { approver: first } = await namedFor(one);
      const other = await sendsIn(kwame, 'OFFENCE');
      expect([gideon.id, prue.id].filter((id) => id !== first)).toEqual([
        (await namedFor(other)).approver,
      ]);
      const third = await sendsIn(kwame, 'OFFENCE');
      expect((await namedFor(third)).approver).toBe(first);
      await until(daysAfter(clock.now(), -1));
      const last = await sendsIn(kwame, 'OFFENCE');
      expect((await namedFor(last)).approver).toBe(first);
      await takes(kwame, 'withdrawJustification', last);
    },
  );
}

/** Overriding confidence in the public interest, all of it answered. */
function overriding(by: Practitioner): Arguments {
  return {
    ...legalFor('HEALTH', by),
    confidenceRoute: 'OVERRIDING_PUBLIC_INTEREST',
    publicInterest: ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven'],
    ownView: 'We think it has to be known.',
    sourceView: 'So does the trust.',
  };
}
