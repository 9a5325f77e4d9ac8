import { connect } from '@postern/database';
import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { daysAfter } from '../../machines/days-after.ts';
import { complete, reads, sends } from '../../machines/justifying.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';
import type { FindingRead } from './reporting.ts';
import { of, PERIOD, reporting } from './reporting.ts';

const { kwame, grace, niamh, gideon, dorothea, prue, uma, callum, tom, sian } = cast.practitioners;
const { families } = cast;

/** Who watches over how access is given and used, and what they see. */
export function watchingScenarios(scene: Scene): void {
  const { gate, given, clock, database } = scene;
  const { draws, grant } = reporting(scene);
  const released = (by: { id: string; agency: { id: string } }, at: string, seen: number) =>
    database().owner.run({
      text: `INSERT INTO ledger.release (id, at, contract, account_id, agency_id, purpose, policy_versions, operation_hash,
          grants, justifications, persons, families, episodes, coordinates, explained, told)
        SELECT gen_random_uuid(), $1, 'records', $2, $3, 'UNDERSTAND_NEEDS', '{1}', repeat('a', 64), '{}', '{}', '{}',
          ARRAY (SELECT gen_random_uuid() FROM generate_series(1, $4::integer)), '{}', '{}', '[]', '[]'`,
      values: [at, by.id, by.agency.id, seen],
    });
  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the data protection officer draws the report: who gave access unusually, to whom, how often, and what to look at next',
    },
    async () => {
      const before = (await draws(dorothea)).findings;
      // Names are read by the rules, so nobody is shown whom the officer may not see.
      expect(before.every(({ practitioner }) => practitioner !== null)).toBe(true);
      await grant(uma, uma);
      await grant(sian, sian, { basis: 'OVERRIDE', role: 'OVERRIDE_HOLDER' });
      await grant(uma, kwame);
      await grant(kwame, uma);
      const { okafor, merrow, hollis, quantock } = families;
      for (const { episodes } of [okafor, merrow, hollis, quantock])
        await grant(prue, niamh, { episode_id: episodes.current.id });
      await grant(prue, niamh);
      for (let index = 0; index < 16; index += 1)
        await grant(gideon, tom, { starts_at: '2026-06-02T11:00:00Z' });
      for (const at of ['2026-06-06T10:00:00Z', '2026-06-03T22:30:00Z', '2026-05-25T10:00:00Z'])
        await grant(sian, grace, { starts_at: at });
      await grant(grace, sian, { ends_at: '2028-06-01T00:00:00Z' });
      await grant(tom, callum, { episode_id: families.okafor.episodes.current.id });
      const { findings, text } = await draws(dorothea);
      const added = (kind: string) => {
        const known = of(before, kind).map(String);
        return of(findings, kind).filter((each) => !known.includes(String(each)));
      };
      expect(added('SELF_GRANTED')).toEqual([[uma.id, null, 1]]);
      const pair = [uma.id, kwame.id].sort();
      expect(added('GRANTED_TO_EACH_OTHER').map(([one, other]) => [one, other])).toContainEqual(
        pair,
      );
      expect(added('ONE_GRANTOR_FOR_ONE_HOLDER')).toEqual([[prue.id, niamh.id, 5]]);
      expect(added('MANY_GRANTS')).toEqual([[gideon.id, null, 16]]);
      // A Saturday, a night, and a bank holiday.
      expect(added('GRANTS_OUT_OF_HOURS')).toContainEqual([sian.id, null, 3]);
      expect(added('LONG_GRANTS')).toContainEqual([grace.id, null, 1]);
      expect(added('GRANTS_TO_AGENCY_WITHOUT_PART')).toContainEqual([tom.id, callum.id, 1]);
      expect(added('GRANTS_WITHIN_ONE_AGENCY')).toContainEqual([gideon.id, null, 16]);
      for (const { persons, episodes } of Object.values(families))
        for (const hidden of [
          ...Object.values(persons).map(({ id }) => id),
          ...Object.values(episodes).flatMap(({ id, reference }) => [id, reference]),
        ])
          expect(text).not.toContain(hidden);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the report counts what was read: more families than a day of work, and grants that nobody uses; never which family',
    },
    async () => {
      const before = (await draws(dorothea)).findings;
      await released(kwame, '2026-06-10T10:00:00Z', 26);
      for (const day of ['01', '02', '03', '04'])
        await released(grace, `2026-06-${day}T10:00:00Z`, 2);
      await released(grace, '2026-06-09T10:00:00Z', 9);
      await released(niamh, '2026-06-09T10:00:00Z', 7);
      const { findings } = await draws(dorothea);
      expect(of(findings, 'MANY_FAMILIES')).toEqual([
        [kwame.id, null, 26],
        [grace.id, null, 9],
      ]);
      const dormant = (all: readonly FindingRead[]) =>
        of(all, 'DORMANT_WITH_GRANTS').map(([one]) => one);
      expect(dormant(findings)).not.toContain(kwame.id);
      expect(dormant(before).length).toBeGreaterThan(0);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'a justification that was never used, used while it was challenged, or renewed again and again is in the report; each use is counted',
    },
    async () => {
      clock.set(daysAfter(COUNTY_NOW, -40));
      const asked = complete('HEALTH', grace, daysAfter(clock.now(), 100), {
        familyToldOn: '2026-05-01',
      });
      const { changed } = await sends(gate(), grace, 'justify', asked);
      let [last = { id: '', revision: 0 }]: readonly {
        readonly id: string;
        readonly revision: number;
      }[] = changed;
      const first = last;
      clock.set(daysAfter(COUNTY_NOW, -1));
      const period = { from: PERIOD.from, until: clock.now().toISOString() };
      expect(
        of((await draws(dorothea, period)).findings, 'JUSTIFICATIONS_NEVER_USED'),
      ).toContainEqual([grace.id, null, 1]);
      await reads(gate(), grace, 'HEALTH');
      expect(
        of((await draws(dorothea, period)).findings, 'JUSTIFICATIONS_NEVER_USED').map(
          ([one]) => one,
        ),
      ).not.toContain(grace.id);
      const uses = `{ justifications(first: 100) { edges { node { id uses lastUsedAt } } } }`;
      const { body } = await gate().ask(dorothea, uses, { purpose: 'ADMINISTRATION' });
      const counted = body.data.justifications.edges.find(
        ({ node }: { node: { id: string } }) => node.id === first.id,
      );
      expect(counted.node).toEqual({ id: first.id, uses: 1, lastUsedAt: expect.any(String) });
      for (let index = 0; index < 3; index += 1) {
        clock.set(daysAfter(clock.now(), 0.1));
        const renewed = await sends(gate(), grace, 'renewJustification', {
          justification: last.id,
          expectedRevision: last.revision,
          until: daysAfter(clock.now(), 50).toISOString(),
          idempotencyKey: crypto.randomUUID(),
        });
        last = renewed.changed[0] ?? last;
      }
      const later = { from: PERIOD.from, until: clock.now().toISOString() };
      clock.set(daysAfter(clock.now(), 0.1));
      await database().owner.run({
        text: `UPDATE access.justification SET state = 'CHALLENGED' WHERE id = $1`,
        values: [first.id],
      });
      await database().owner.run({
        text: `INSERT INTO partners.access_event (machine, subject_id, move, before, after, on_behalf_of, at, reason, details)
          VALUES ('JUSTIFICATION', $1, 'CHALLENGE', 'LIVE', 'CHALLENGED', 'AGENCY', '2026-06-01T00:00:00Z', 'Doubted', '{}')`,
        values: [first.id],
      });
      const { findings } = await draws(dorothea, { ...later, until: clock.now().toISOString() });
      expect(of(findings, 'RENEWED_AGAIN_AND_AGAIN')).toEqual([[grace.id, null, 3]]);
      expect(of(findings, 'USED_AFTER_CHALLENGE')).toEqual([[grace.id, null, 1]]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'nobody who can give access draws the report, nor who could or did in that time; a time that is not over is not reported on',
    },
    async () => {
      for (const who of [gideon, prue])
        expect((await draws(who)).refused.code).toBe('ROLE_NOT_PERMITTED');
      const ahead = { from: PERIOD.from, until: '2026-06-18T00:00:00Z' };
      for (const period of [ahead, { from: PERIOD.until, until: PERIOD.from }])
        expect((await draws(dorothea, period)).refused).toMatchObject({
          code: 'ARGUMENT_INVALID',
          findings: [{ part: 'until' }],
        });
      const holding = {
        id: crypto.randomUUID(),
        account_id: dorothea.id,
        role: 'BUSINESS_SUPPORT',
        starts_at: '2026-04-01T00:00:00Z',
      };
      await given.added('access.role_holding', { ...holding, ends_at: '2026-05-18T00:00:00Z' });
      expect((await draws(dorothea)).refused.code).toBe('REPORT_FOR_GRANTORS');
      const afterwards = { ...PERIOD, from: '2026-05-19T00:00:00Z' };
      expect((await draws(dorothea, afterwards)).refused.code).toBeUndefined();
      await grant(dorothea, kwame);
      expect((await draws(dorothea, afterwards)).refused).toMatchObject({
        code: 'REPORT_FOR_GRANTORS',
        about: expect.arrayContaining([
          'BUSINESS_SUPPORT',
          'EARLY_HELP_MANAGER',
          'LEAD_PROFESSIONAL',
        ]),
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7h',
      outcome: 'granted',
      that: 'that the report was drawn is itself on the record, and each month whoever draws it is told once',
    },
    async () => {
      await draws(dorothea);
      const query = `{ accessEvents(first: 1) { edges { node { machine move actor { id } reason after } } } }`;
      const { body } = await gate().ask(dorothea, query, { purpose: 'ADMINISTRATION' });
      expect(body.data.accessEvents.edges[0].node).toEqual({
        machine: 'ACCESS_REPORT',
        move: 'DRAW',
        actor: { id: dorothea.id },
        reason: 'The monthly look',
        after: 'DRAWN',
      });
      for (let index = 0; index < 2; index += 1) await fires(scene);
      const notices = await database().owner.run({
        text: `SELECT to_account AS account, params FROM scheduler.notice WHERE kind = 'ACCESS_REPORT_READY'
          AND to_account = $1`,
        values: [dorothea.id],
      });
      expect(notices).toEqual([
        { account: dorothea.id, params: { until: '2026-05-31', page: '/access-report' } },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7h',
      outcome: 'denied',
      that: 'no service but that of partners asks the ledger for counts, or who read of families called as they are, and none of them for its rows',
    },
    async () => {
      for (const role of ['partners', 'families', 'episodes', 'policy_desk'] as const) {
        const connection = connect(database().address, role, { max: 1 });
        const may = async (text: string) =>
          connection.run({ text, values: [] }).then(
            () => true,
            () => false,
          );
        try {
          expect([role, await may('SELECT * FROM ledger.release LIMIT 1')]).toEqual([role, false]);
          for (const text of [
            'SELECT * FROM ledger.uses_of(gen_random_uuid())',
            "SELECT * FROM ledger.used_between(gen_random_uuid(), '-infinity', 'infinity')",
            "SELECT * FROM ledger.families_seen(now() - interval '1 day', now(), '{}')",
            'SELECT * FROM ledger.last_seen()',
            "SELECT * FROM partners.namesakes_seen(now() - interval '1 day', now(), '{}')",
          ])
            expect([role, text, await may(text)]).toEqual([role, text, role === 'partners']);
        } finally {
          await connection.close();
        }
      }
    },
  );
}
