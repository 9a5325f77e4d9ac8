import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { dateFromNow, daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, tom, dev, ines, rufus, lucia, hal } = cast.practitioners;
const thistle = cast.families.thistle.episodes.current;
const okafor = cast.families.okafor.episodes.current;
const farrow = cast.families.farrow.episodes.contact;

const COUNTS = '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough } }';

function accepted(who: { readonly id: string }): Readonly<Record<string, string>> {
  return {
    id: '00000000-0000-4000-8000-000000000002',
    account_id: who.id,
    version: '2024-10',
    accepted_at: daysFromNow(0),
  };
}

/** Training and the user agreement: who has not done what is asked reads nothing. */
export function trainingScenarios({ given, reader, clock }: Scene): void {
  function confirmed(who: { readonly id: string }, module: string): Promise<void> {
    return given.added('access.training', {
      id: '00000000-0000-4000-8000-000000000001',
      account_id: who.id,
      module,
      completed_on: dateFromNow(0),
      expires_on: dateFromNow(365),
    });
  }

  function missing(who: { readonly id: string }, module: string): Promise<void> {
    return given.removed('access.training', { account_id: who.id, module });
  }

  scenario(
    {
      clause: 'SHR-8.2.1d',
      outcome: 'granted',
      that: 'a nominee who completed the system training and accepted the responsibilities reads the family’s record',
    },
    async () => {
      await confirmed(lucia, 'SYSTEM');
      await reader(lucia).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1d',
      outcome: 'denied',
      that: 'a nominee without the system training, or who has not accepted the responsibilities, is turned away',
    },
    async () => {
      await reader(lucia).isRefused('TRAINING_NOT_VALID');
      await given.removed('access.acceptance', { account_id: grace.id });
      await reader(grace).isRefused('ACCEPTANCE_MISSING');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7b',
      outcome: 'granted',
      that: 'once the e-learning modules are confirmed every role is let in: lead professional, team, front door, analyst',
    },
    async () => {
      await reader(tom).reads(okafor);
      await reader(dev).reads(farrow);
      const counts = await reader(ines).atReporting().for('PLANNING_AND_REPORTING').asks(COUNTS);
      expect(counts.body.errors).toBeUndefined();
      await confirmed(lucia, 'SYSTEM');
      await reader(lucia).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7b',
      outcome: 'denied',
      that: 'while either module is not confirmed, or only will be, no role is let in, not even for counts',
    },
    async () => {
      for (const module of ['SYSTEM', 'DATA_AND_SECURITY']) {
        for (const who of [tom, dev, ines]) await missing(who, module);
        await given.changed(
          'access.training',
          { account_id: grace.id, module },
          { completed_on: dateFromNow(1) },
        );
        for (const who of [tom, dev, grace]) await reader(who).isRefused('TRAINING_NOT_VALID');
        const analyst = reader(ines).atReporting().for('PLANNING_AND_REPORTING');
        await analyst.isRefused('TRAINING_NOT_VALID', COUNTS);
        await given.restore();
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7d',
      outcome: 'granted',
      that: 'with data-and-security training in date and the agency’s policies valid, a worker is let in',
    },
    async () => {
      await given.changed(
        'access.training',
        { account_id: rufus.id, module: 'DATA_AND_SECURITY' },
        { expires_on: dateFromNow(0) },
      );
      await reader(rufus).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7d',
      outcome: 'denied',
      that: 'with that training out of date, or the agency’s policies not valid today, a worker is turned away',
    },
    async () => {
      await reader(rufus).isRefused('TRAINING_NOT_VALID');
      await reader(cast.practitioners.delia).isRefused('AGENCY_EVIDENCE_MISSING');
      await given.changed(
        'access.agency_evidence',
        { agency_id: grace.agency.id, kind: 'POLICIES' },
        { valid_until: dateFromNow(-1) },
      );
      await reader(grace).isRefused('AGENCY_EVIDENCE_MISSING');
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2c',
      outcome: 'granted',
      that: 'staff whose data-protection training is in date read on until its last day',
    },
    async () => {
      const lastDay = { expires_on: dateFromNow(3) };
      const module = { account_id: grace.id, module: 'DATA_AND_SECURITY' };
      await given.changed('access.training', module, lastDay);
      clock.set(new Date(daysFromNow(3)));
      await reader(grace).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2c',
      outcome: 'denied',
      that: 'the day after data-protection training runs out, the same staff read nothing',
    },
    async () => {
      const lastDay = { expires_on: dateFromNow(3) };
      const module = { account_id: grace.id, module: 'DATA_AND_SECURITY' };
      await given.changed('access.training', module, lastDay);
      clock.set(new Date(daysFromNow(4)));
      await reader(grace).isRefused('TRAINING_NOT_VALID');
    },
  );

  scenario(
    {
      clause: 'DEV-A3-ua',
      outcome: 'granted',
      that: 'an approved user who accepts the user agreement is let in',
    },
    async () => {
      await given.added('access.acceptance', accepted(hal));
      await reader(hal).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'DEV-A3-ua',
      outcome: 'denied',
      that: 'an approved user who has not accepted the user agreement is turned away, with what to do',
    },
    async () => {
      await reader(hal).isRefused('ACCEPTANCE_MISSING');
    },
  );

  scenario(
    {
      clause: 'SOM-8.8',
      outcome: 'granted',
      that: 'a user who accepts at the first login is let in from that moment',
    },
    async () => {
      await reader(hal).isRefused('ACCEPTANCE_MISSING');
      await given.added('access.acceptance', accepted(hal));
      await reader(hal).reads(thistle);
    },
  );

  scenario(
    {
      clause: 'SOM-8.8',
      outcome: 'denied',
      that: 'a login without acceptance, or with that of an earlier version only, reaches nothing, one’s own entry included',
    },
    async () => {
      await reader(hal).isRefused('ACCEPTANCE_MISSING', '{ me { id name } }');
      await given.added('access.acceptance', { ...accepted(hal), version: '2021-03' });
      await reader(hal).isRefused('ACCEPTANCE_MISSING', '{ me { id name } }');
    },
  );
}
