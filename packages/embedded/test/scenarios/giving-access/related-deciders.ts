import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../../machines/commands.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const {
  adaline,
  barnaby,
  bea,
  dorothea,
  gideon,
  grace,
  joel,
  niamh,
  prue,
  quincy,
  sigrid,
  ursula,
} = cast.practitioners;
const { okafor, vance } = cast.families;
const episode = okafor.episodes.current;
const COVER = 'CoverChanged { cover state grants { id } notPossible { code } }';
const REMOVAL = 'FamilyRemovalChanged { removal state revision }';
const REVIEW = '... on ReviewAccessChanged { reviewAccess { id state revision } }';
const ENDS = '2026-07-31T17:00:00Z';

/** Whoever decides about access, in whatever office, and has a relationship with the family that it is about. */
export function relatedDeciderScenarios(scene: Scene): void {
  const { gate, reader, clock } = scene;
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'ADMINISTRATION');
  const does = (
    who: { readonly subject: string },
    command: string,
    args: Readonly<Record<string, unknown>>,
    shows = REVIEW,
  ): Promise<Answered> =>
    commands(
      gate(),
      who,
      command,
      { reason: 'Because.', ...args },
      {
        shows,
        purpose: who === ursula ? 'REVIEW' : 'ADMINISTRATION',
      },
    );
  /** Refused as if what it is about did not exist. */
  const isUnknown = async (
    who: { readonly subject: string },
    command: string,
    [args, absent]: readonly [object, object],
    shows?: string,
  ) => {
    const refused = await does(who, command, { ...args }, shows);
    expect(refused).toMatchObject({ __typename: 'CommandRefusal', code: 'RECORD_UNKNOWN' });
    expect(refused).toEqual(await does(who, command, { ...args, ...absent }, shows));
  };
  const told = (kind: string) => toldOf(scene, kind);
  const key = () => ({ idempotencyKey: crypto.randomUUID() });

  /** An audit or a review that somebody accepted. */
  const accepted = async (kind: 'AUDIT' | 'REVIEW'): Promise<string> => {
    const isAudit = kind === 'AUDIT';
    const proposed = carriedOut(
      await does(isAudit ? gideon : ursula, 'proposeReviewAccess', {
        kind: { enum: kind },
        practitioner: (isAudit ? quincy : sigrid).id,
        about: 'How plans are reviewed',
        endsAt: ENDS,
        ...key(),
      }),
    );
    const { id } = proposed.reviewAccess;
    if (isAudit) await holdsOffice(scene, joel, 'EARLY_HELP_MANAGER');
    carriedOut(
      await does(isAudit ? joel : dorothea, 'acceptReviewAccess', {
        reviewAccess: id,
        expectedRevision: 1,
      }),
    );
    return id;
  };
  const reviews = async (who: { readonly subject: string }): Promise<readonly string[]> => {
    const purpose = who === ursula ? 'REVIEW' : 'ADMINISTRATION';
    const { body } = await gate().ask(who, '{ reviewAccess { id } }', { purpose });
    return body.data.reviewAccess.map(({ id }: { id: string }) => id);
  };

  scenario(
    {
      clause: 'SHR-6a',
      outcome: 'denied',
      that: 'whoever has a relationship with a family opens none of its cases to anybody, and an audit or review with one is not there for them: not to be listed, moved on or completed',
    },
    async () => {
      const audit = await accepted('AUDIT');
      await relates(scene, gideon, okafor);
      const opening = { reviewAccess: audit, expectedRevision: 2 };
      for (const episodes of [[episode.id], [vance.episodes.current.id, episode.id]])
        await isUnknown(gideon, 'openReviewAccess', [
          { ...opening, episodes },
          { episodes: [crypto.randomUUID()] },
        ]);
      expect(
        carriedOut(await does(prue, 'openReviewAccess', { ...opening, episodes: [episode.id] }))
          .reviewAccess.state,
      ).toBe('OPEN');
      expect(await reviews(prue)).toContain(audit);
      expect(await reviews(gideon)).not.toContain(audit);
      await isUnknown(gideon, 'completeReviewAccess', [
        { reviewAccess: audit, expectedRevision: 3 },
        { reviewAccess: crypto.randomUUID() },
      ]);
      const review = await accepted('REVIEW');
      carriedOut(
        await does(ursula, 'openReviewAccess', {
          reviewAccess: review,
          expectedRevision: 2,
          episodes: [episode.id],
        }),
      );
      await relates(scene, ursula, okafor);
      expect(await reviews(ursula)).not.toContain(review);
      await isUnknown(ursula, 'moveReviewStage', [
        { reviewAccess: review, expectedRevision: 3, stage: { enum: 'STAGE_REVIEW' } },
        { reviewAccess: crypto.randomUUID() },
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'cover for a colleague who works with a related family is decided by somebody else: it is neither listed nor told to the officer, and nothing of it is possible for them',
    },
    async () => {
      await relates(scene, prue, okafor);
      await relates(scene, gideon, okafor);
      await scene
        .database()
        .owner.script(
          `DELETE FROM scheduler.notice WHERE kind IN ('COVER_REQUESTED', 'NO_HOST_OFFICER_FREE')`,
        );
      const asked = { colleague: niamh.id, until: daysFromNow(10), reason: 'on leave', ...key() };
      const { cover } = await new Doer(gate(), joel, 'COORDINATE_SUPPORT').does<{ cover: string }>(
        'requestCover',
        asked,
        COVER,
      );
      expect(await told('COVER_REQUESTED')).toEqual([]);
      await fires(scene, ['COVER_NOBODY_FREE']);
      expect(await told('NO_HOST_OFFICER_FREE')).toEqual([adaline.id, barnaby.id].sort());
      const decision = {
        cover,
        expectedRevision: 1,
        decision: 'GRANT',
        reason: 'agreed',
        ...key(),
      };
      const listed = async (who: { readonly subject: string }) =>
        (await as(who).asks('{ coversToDecide { cover } }')).body.data.coversToDecide;
      for (const related of [prue, gideon]) {
        expect(await listed(related)).not.toContainEqual({ cover });
        expect(
          await as(related).isRefused('RECORD_UNKNOWN', 'decideCover', decision, COVER),
        ).toEqual(
          await as(related).isRefused(
            'RECORD_UNKNOWN',
            'decideCover',
            { ...decision, ...key(), cover: crypto.randomUUID() },
            COVER,
          ),
        );
      }
      await holdsOffice(scene, bea, 'BUSINESS_SUPPORT');
      expect(await listed(bea)).toContainEqual({ cover });
      await as(bea).does('decideCover', decision, COVER);
      await reader(joel).reads(episode);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1i',
      outcome: 'denied',
      that: 'an officer related to the family neither sees nor settles whom it had removed, nor removes anybody',
    },
    async () => {
      const asked = {
        episode: episode.id,
        practitioner: grace.id,
        reason: 'They asked.',
        ...key(),
      };
      const { removal } = await as(gideon).does<{ removal: string }>(
        'removeAtFamilysRequest',
        asked,
        REMOVAL,
      );
      const listed = async () =>
        (await as(prue).asks('{ removalsToTell { removal } }')).body.data.removalsToTell;
      expect(await listed()).toContainEqual({ removal });
      await relates(scene, prue, okafor);
      expect(await listed()).not.toContainEqual({ removal });
      const confirmed = { removal, expectedRevision: 1, reason: 'Rang.' };
      await as(prue).isRefused('RECORD_UNKNOWN', 'confirmAgencyTold', confirmed, REMOVAL);
      await as(prue).isRefused(
        'RECORD_UNKNOWN',
        'removeAtFamilysRequest',
        { ...asked, ...key() },
        REMOVAL,
      );
      await holdsOffice(scene, joel, 'EARLY_HELP_MANAGER');
      await relates(scene, gideon, okafor);
      await scene
        .database()
        .owner.script(
          `DELETE FROM scheduler.notice WHERE kind LIKE '%OVERDUE' OR kind LIKE 'NO%FREE'`,
        );
      clock.set(new Date(Date.parse(daysFromNow(3))));
      await fires(scene, ['FAMILY_REMOVAL', 'FAMILY_REMOVAL_NOBODY_FREE']);
      expect(await told('FAMILY_REMOVAL_OVERDUE')).toEqual([joel.id]);
      expect(await told('NO_HOST_OFFICER_FREE')).toEqual([]);
      await as(joel).does('confirmAgencyTold', { ...confirmed, expectedRevision: 2 }, REMOVAL);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1g',
      outcome: 'denied',
      that: 'cover that an officer offers, or that is for them, is listed for another officer and told to them, and not to those two',
    },
    async () => {
      await holdsOffice(scene, bea, 'EARLY_HELP_MANAGER');
      await holdsOffice(scene, prue, 'EARLY_HELP_MANAGER');
      await scene
        .database()
        .owner.script(`DELETE FROM scheduler.notice WHERE kind = 'COVER_REQUESTED'`);
      const { cover } = await as(gideon).does<{ cover: string }>(
        'requestCover',
        { colleague: prue.id, until: daysFromNow(10), reason: 'on leave', ...key() },
        COVER,
      );
      expect(await told('COVER_REQUESTED')).toEqual([bea.id]);
      for (const [who, isListed] of [
        [gideon, false],
        [prue, false],
        [bea, true],
      ] as const) {
        const { body } = await as(who).asks('{ coversToDecide { cover } }');
        const listed = body.data.coversToDecide.map((each: { cover: string }) => each.cover);
        expect(listed.includes(cover)).toBe(isListed);
      }
      const decision = { cover, expectedRevision: 1, decision: 'REFUSE', reason: 'no', ...key() };
      await as(bea).does('decideCover', decision, COVER);
    },
  );
}
