import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { Membership } from '../vocabulary/membership.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { grants } from './grants.ts';

const { adaline, barnaby, caspar, prue, gideon, tom, quincy, dorothea, sian } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const REVIEW = '... on ReviewAccessChanged { reviewAccess { id state revision } }';

const STOPPING = ['lockDownAccount', 'disableCompromised', 'reportLeaver', 'endForTermsBreach'];

/** An audit is in nobody’s hands whose work it looks at, nor in those of who is related to whom it is about. */
export function auditScenarios(scene: Scene): void {
  const { gate, reader } = scene;
  const { host, lead, codes } = grants(scene);
  const asks = (
    who: { readonly subject: string },
    command: string,
    given: Readonly<Record<string, unknown>>,
  ): Promise<Answered> => {
    const purpose = who === quincy ? 'AUDIT' : 'ADMINISTRATION';
    return commands(gate(), who, command, given, { shows: REVIEW, purpose });
  };
  const accepted = async (who: { readonly id: string }) => {
    const proposed = await asks(gideon, 'proposeReviewAccess', {
      kind: { enum: 'AUDIT' },
      practitioner: who.id,
      about: 'How plans are reviewed',
      endsAt: daysFromNow(20),
      reason: 'Of the programme of the year.',
      idempotencyKey: crypto.randomUUID(),
    });
    const { id } = carriedOut(proposed).reviewAccess;
    const second = cast.practitioners.joel;
    await holdsOffice(scene, second, 'EARLY_HELP_MANAGER');
    const step = { reviewAccess: id, expectedRevision: 1, reason: 'Agreed.' };
    carriedOut(await asks(second, 'acceptReviewAccess', step));
    return { reviewAccess: id, expectedRevision: 2, reason: 'As agreed.', episodes: [okafor.id] };
  };
  const opened = async () => {
    const opening = await accepted(quincy);
    carriedOut(await asks(prue, 'openReviewAccess', opening));
    return { reviewAccess: opening.reviewAccess, expectedRevision: 3, reason: 'It is read.' };
  };
  /** Of the audits that the county has, too. */
  const looksNoMore = () =>
    scene.database().owner.run({
      text: `UPDATE access.access_grant SET revoked_at = $2, revoked_cause = 'AUDIT_COMPLETE' WHERE account_id = $1 AND revoked_at IS NULL`,
      values: [quincy.id, daysFromNow(-1)],
    });
  const membership = new Membership(scene);
  const isInUse = () =>
    scene.given.changed('access.account', { id: quincy.id }, { state: 'ACTIVE', revision: 1 });

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'denied',
      that: 'nobody of the host, whose work is looked at, completes an audit, or locks or ends the account of who looks while they do',
    },
    async () => {
      const audit = await opened();
      for (const who of [prue, gideon])
        expect(await asks(who, 'completeReviewAccess', audit)).toMatchObject({
          code: 'ROLE_NOT_PERMITTED',
          about: ['DATA_PROTECTION_OFFICER'],
        });
      for (const command of STOPPING)
        expect(await membership.account(prue, command, quincy.id), command).toMatchObject({
          code: 'ACCESS_OF_REVIEW',
          about: ['DATA_PROTECTION_OFFICER', 'ADMINISTRATOR'],
        });
      await reader(quincy).for('AUDIT').reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'granted',
      that: 'the data protection officer completes an audit and locks who looks; when nobody looks any more the host locks them as anybody else',
    },
    async () => {
      const audit = await opened();
      await isInUse();
      const locked = carriedOut(await membership.account(dorothea, 'lockDownAccount', quincy.id));
      expect(locked.state).toBe('LOCKED_DOWN');
      await isInUse();
      const complete = carriedOut(await asks(dorothea, 'completeReviewAccess', audit));
      expect(complete.reviewAccess.state).toBe('COMPLETE');
      await reader(quincy).for('AUDIT').findsNothingOf(okafor);
      await looksNoMore();
      carriedOut(await membership.account(prue, 'lockDownAccount', quincy.id));
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'who looks and turns out to be related to one of the families has nothing to complete and nothing to publish: to them the audit is not there',
    },
    async () => {
      const audit = await opened();
      await relates(scene, quincy, cast.families.okafor);
      expect((await asks(quincy, 'completeReviewAccess', audit)).code).toBe('RECORD_UNKNOWN');
      carriedOut(await asks(dorothea, 'completeReviewAccess', audit));
      const { reviewAccess } = audit;
      const learned = { reviewAccess, expectedRevision: 4, learning: 'Nothing was found wrong.' };
      expect((await asks(quincy, 'publishLearning', learned)).code).toBe('RECORD_UNKNOWN');
      const listed = await reader(quincy).for('AUDIT').asks('{ reviewAccess { id } }');
      expect(listed.body.data.reviewAccess).not.toContainEqual({ id: reviewAccess });
    },
  );

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'denied',
      that: 'nobody audits a case that is or was their own',
    },
    async () => {
      await holdsOffice(scene, tom, 'QA_AUDITOR');
      const opening = await accepted(tom);
      const isOwn = {
        code: 'GRANT_NOT_POSSIBLE',
        findings: [{ expected: 'somebody who never worked on the case' }],
      };
      expect(await asks(prue, 'openReviewAccess', opening)).toMatchObject(isOwn);
      await scene.given.changed(
        'access.access_grant',
        { account_id: tom.id, episode_id: okafor.id },
        { revoked_at: daysFromNow(-1), revoked_cause: 'SUPPORT_ENDED' },
      );
      expect(await asks(prue, 'openReviewAccess', opening)).toMatchObject(isOwn);
      const episodes = [cast.families.vance.episodes.current.id];
      carriedOut(await asks(prue, 'openReviewAccess', { ...opening, episodes }));
    },
  );

  /** The lead says that the family does not want the auditor, before anybody proposed an audit. */
  const removedByLead = async () => {
    const removal = {
      episode: okafor.id,
      practitioner: quincy.id,
      reason: 'The family does not want this reader.',
      idempotencyKey: crypto.randomUUID(),
    };
    const { state } = await lead().does<{ state: string }>(
      'removeAtFamilysRequest',
      removal,
      'FamilyRemovalChanged { state }',
    );
    expect(state).toBe('TOLD');
  };

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'whoever leads the case, and removed the auditor from it beforehand in the family’s name, is audited all the same',
    },
    async () => {
      await removedByLead();
      await opened();
      await reader(quincy).for('AUDIT').reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'an auditor whom the family had removed is not let in to work with it, nor finds anything of it while there is no audit',
    },
    async () => {
      await holdsOffice(scene, quincy, 'TAF_MEMBER');
      await removedByLead();
      expect(await codes(host(), quincy)).toEqual(['KEPT_OUT']);
      await reader(quincy).for('AUDIT').findsNothingOf(okafor);
    },
  );

  const remains = async (who: { readonly id: string }) => {
    await scene.given.changed('partners.practitioner', { id: who.id }, { left_at: null });
    await scene.given.changed('access.account', { id: who.id }, { state: 'ACTIVE', revision: 1 });
  };
  const ENDING = [
    ['reportLeaver', 'LEFT', ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'CONTACT_OFFICER']],
    ['endForTermsBreach', 'TERMS_BREACH', ['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER']],
  ] as const;

  scenario(
    {
      clause: 'SHR-8.4.2e',
      outcome: 'granted',
      that: 'whoever leaves or broke the terms while they look at an audit is ended by those whom the host is told to ask, with all that they could read',
    },
    async () => {
      for (const [[command, state], watcher] of [
        [ENDING[0], dorothea],
        [ENDING[1], adaline],
      ] as const) {
        await remains(quincy);
        await holdsOffice(scene, quincy, 'QA_AUDITOR');
        await opened();
        const ended = carriedOut(await membership.account(watcher, command, quincy.id));
        expect(ended.state).toBe(state);
        await reader(quincy).for('AUDIT').isRefused('ACCOUNT_NOT_ACTIVE');
        expect(await membership.grantsOf(quincy.id)).not.toContain('LIVE');
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2e',
      outcome: 'denied',
      that: 'they end nobody else, nor who looked before, whatever agency it is: that stays with the host, and with the agency what is the agency’s',
    },
    async () => {
      await remains(quincy);
      carriedOut(await asks(dorothea, 'completeReviewAccess', await opened()));
      await looksNoMore();
      for (const [command, , may] of ENDING)
        for (const watcher of [dorothea, adaline])
          for (const who of [quincy, sian, barnaby])
            expect(await membership.account(watcher, command, who.id)).toMatchObject({
              code: 'ROLE_NOT_PERMITTED',
              about: may,
            });
      // Whoever is the contact officer of another agency as well ends nobody of this one by that.
      await holdsOffice(scene, adaline, 'CONTACT_OFFICER');
      expect(await membership.account(adaline, 'reportLeaver', sian.id)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
      await opened();
      expect(await membership.account(caspar, 'reportLeaver', quincy.id)).toMatchObject({
        code: 'RECORD_UNKNOWN',
      });
    },
  );
}
