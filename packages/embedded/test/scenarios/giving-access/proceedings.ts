import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, gideon, quincy, marcus, niamh, esther, dorothea } = cast.practitioners;
const { families } = cast;
const okafor = families.okafor.episodes.current;
const hallam = families.hallam.episodes.current;
const GRANT = 'AccessGrantChanged { grant { id state basis role } }';
const COVER = 'CoverChanged { cover revision grants { role } notPossible { code rule } }';
const REVIEW = 'ReviewAccessChanged { reviewAccess { id revision } }';

/** Access that comes with a proceeding: others let it be, and it ends with the proceeding. */
export function proceedingScenarios(scene: Scene): void {
  const { reader, gate, given } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const manager = () => new Doer(gate(), gideon, 'ADMINISTRATION');
  const auditor = () => new Doer(gate(), quincy, 'AUDIT');
  const holds = (account: string, role: string) =>
    given.added('access.role_holding', {
      id: crypto.randomUUID(),
      account_id: account,
      role,
      starts_at: '2026-01-01T00:00:00Z',
    });
  const has = async (account: string, episode: string) => {
    const id = crypto.randomUUID();
    await given.added('access.access_grant', {
      id,
      account_id: account,
      episode_id: episode,
      role: 'QA_AUDITOR',
      working_relationship: 'Audits',
      granted_by: gideon.id,
      starts_at: daysFromNow(-1),
      ends_at: daysFromNow(40),
    });
    return id;
  };
  const audits = (who: { readonly subject: string }) => reader(who).for('AUDIT');

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'granted',
      that: 'an auditor whom a manager let look, and somebody else again on named cases, reads them, and when the audit is complete nobody reads one as an auditor any more, however they came to it',
    },
    async () => {
      await holds(marcus.id, 'QA_AUDITOR');
      const proposal = {
        practitioner: quincy.id,
        about: 'How plans are reviewed',
        endsAt: daysFromNow(20),
        reason: 'Of the programme of the year.',
        idempotencyKey: crypto.randomUUID(),
      };
      const { body } = await auditor().asks(
        `mutation ($practitioner: ID!, $about: String!, $endsAt: DateTime!, $reason: String!, $idempotencyKey: String!) {
          proposeReviewAccess(kind: AUDIT, practitioner: $practitioner, about: $about, endsAt: $endsAt, reason: $reason, idempotencyKey: $idempotencyKey)
            { ... on ${REVIEW} } }`,
        proposal,
      );
      let { reviewAccess } = body.data.proposeReviewAccess;
      const steps = async (doer: Doer, command: string, more = '') => {
        const answer = await doer.asks(
          `mutation { ${command}(reviewAccess: "${reviewAccess.id}", expectedRevision: ${reviewAccess.revision}, reason: "As agreed."${more})
            { ... on ${REVIEW} } }`,
        );
        ({ reviewAccess } = answer.body.data[command]);
      };
      await steps(manager(), 'acceptReviewAccess');
      const { refused } = await manager().tries(
        'openReviewAccess',
        {
          reviewAccess: reviewAccess.id,
          expectedRevision: reviewAccess.revision,
          episodes: [okafor.id],
          reason: 'I said so.',
        },
        'ReviewAccessChanged { reviewAccess { id } }',
      );
      expect(refused?.code).toBe('SECOND_PERSON');
      await steps(host(), 'openReviewAccess', `, episodes: ["${okafor.id}"]`);
      await audits(quincy).reads(okafor);
      const other = await has(marcus.id, okafor.id);
      await audits(marcus).reads(okafor);
      await steps(auditor(), 'completeReviewAccess');
      for (const who of [quincy, marcus]) await audits(who).findsNothingOf(okafor);
      const [ended] = await scene.database().owner.run<{ cause: string; events: number }>({
        text: `SELECT revoked_cause AS cause, (SELECT count(*)::int FROM partners.access_event WHERE subject_id = held.id AND move = 'REVOKE') AS events
          FROM access.access_grant held WHERE id = $1`,
        values: [other],
      });
      expect(ended).toEqual({ cause: 'AUDIT_COMPLETE', events: 1 });
    },
  );

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'denied',
      that: 'no grantor gives what comes with a proceeding, moves its end or passes it on as cover, though the case is audited',
    },
    async () => {
      await holds(marcus.id, 'QA_AUDITOR');
      await holds(niamh.id, 'QA_AUDITOR');
      for (const role of ['QA_AUDITOR', 'SAFEGUARDING_REVIEWER', 'PANEL_MEMBER'])
        for (const grantor of [host(), manager()]) {
          const { findings } = await grantor.isRefused(
            'GRANT_NOT_POSSIBLE',
            'grantAccess',
            {
              practitioner: marcus.id,
              episode: hallam.id,
              role,
              workingRelationship: 'Audits',
              endsAt: daysFromNow(30),
              reason: 'for learning',
              idempotencyKey: crypto.randomUUID(),
            },
            GRANT,
          );
          expect(findings.map(({ code }) => code)).toContain('ROLE_NOT_GRANTABLE');
        }
      const held = await has(niamh.id, hallam.id);
      const later = {
        grant: held,
        expectedRevision: 1,
        endsAt: daysFromNow(60),
        reason: 'for longer',
      };
      const { findings } = await host().isRefused(
        'GRANT_NOT_POSSIBLE',
        'extendGrant',
        later,
        GRANT,
      );
      expect(findings.map(({ code }) => code)).toEqual(['ROLE_NOT_GRANTABLE']);
      const { cover } = await new Doer(gate(), marcus, 'COORDINATE_SUPPORT').does<{
        cover: string;
      }>(
        'requestCover',
        {
          colleague: niamh.id,
          until: daysFromNow(10),
          reason: 'on leave',
          idempotencyKey: crypto.randomUUID(),
        },
        COVER,
      );
      const decided = await host().does<{
        grants: { role: string }[];
        notPossible: { code: string; rule: string }[];
      }>(
        'decideCover',
        {
          cover,
          expectedRevision: 1,
          decision: 'GRANT',
          reason: 'agreed',
          idempotencyKey: crypto.randomUUID(),
        },
        COVER,
      );
      expect(decided.notPossible).toContainEqual({ code: 'ROLE_NOT_GRANTABLE', rule: held });
      expect(decided.grants.map(({ role }) => role)).not.toContain('QA_AUDITOR');
      await audits(marcus).findsNothingOf(hallam);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'neither the lead nor the host stops or ends the access of somebody who looks at their work, not in the family’s name either',
    },
    async () => {
      const audit = await auditOf(hallam.id);
      for (const who of [new Doer(gate(), esther, 'COORDINATE_SUPPORT'), host(), manager()]) {
        await who.isRefused('ACCESS_OF_REVIEW', 'suspendGrant', audit, GRANT);
        await who.isRefused('ACCESS_OF_REVIEW', 'revokeGrant', { ...audit, cause: 'ERROR' }, GRANT);
      }
      const outsider = new Doer(gate(), niamh, 'COORDINATE_SUPPORT');
      await outsider.isRefused('RECORD_UNKNOWN', 'suspendGrant', audit, GRANT);
      await host().does(
        'removeAtFamilysRequest',
        {
          episode: hallam.id,
          practitioner: quincy.id,
          reason: 'The family asked for it.',
          idempotencyKey: crypto.randomUUID(),
        },
        'FamilyRemovalChanged { removal }',
      );
      await audits(quincy).reads(hallam);
      await host().does(
        'removeAtFamilysRequest',
        {
          episode: hallam.id,
          agency: quincy.agency.id,
          viable: true,
          reason: 'Nobody of the council.',
          idempotencyKey: crypto.randomUUID(),
        },
        'FamilyRemovalChanged { removal }',
      );
      const standing = () =>
        scene.database().owner.run({
          text: 'SELECT revoked_at FROM access.access_grant WHERE id = $1',
          values: [audit.grant],
        });
      expect(await standing()).toEqual([{ revoked_at: null }]);
      await audits(quincy).findsNothingOf(hallam);
      await scene.database().owner.run({
        text: 'DELETE FROM access.exclusion WHERE episode_id = $1 AND agency_id = $2',
        values: [hallam.id, quincy.agency.id],
      });
      await audits(quincy).reads(hallam);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the data protection officer stops it, lets it go on and ends it, unless they have a declared relationship with the family',
    },
    async () => {
      const officer = new Doer(gate(), dorothea, 'ADMINISTRATION');
      await officer.does('suspendGrant', await auditOf(hallam.id), GRANT);
      await audits(quincy).findsNothingOf(hallam);
      await host().isRefused('ACCESS_OF_REVIEW', 'resumeGrant', await auditOf(hallam.id), GRANT);
      await officer.does('resumeGrant', await auditOf(hallam.id), GRANT);
      await audits(quincy).reads(hallam);
      const ending = { ...(await auditOf(hallam.id)), cause: 'ERROR' };
      await officer.isRefused(
        'REVISION_PASSED',
        'revokeGrant',
        { ...ending, expectedRevision: 99 },
        GRANT,
      );
      await officer.does('revokeGrant', ending, GRANT);
      await audits(quincy).findsNothingOf(hallam);
      await given.added('access.conflict_of_interest', {
        id: crypto.randomUUID(),
        account_id: dorothea.id,
        family_id: families.hallam.id,
        declared_at: daysFromNow(-1),
      });
      await officer.isRefused('RECORD_UNKNOWN', 'revokeGrant', ending, GRANT);
    },
  );

  async function auditOf(episode: string) {
    const [held] = await scene.database().owner.run<{ grant: string; expectedRevision: number }>({
      text: `SELECT id AS grant, revision AS "expectedRevision" FROM access.access_grant
        WHERE account_id = $1 AND episode_id = $2 AND role = 'QA_AUDITOR'`,
      values: [quincy.id, episode],
    });
    if (held === undefined) throw new Error('nobody audits this case');
    return { ...held, reason: 'not wanted' };
  }
}
