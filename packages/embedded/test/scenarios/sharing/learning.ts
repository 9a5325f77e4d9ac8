import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered } from '../vocabulary/command.ts';
import { sends } from '../vocabulary/command.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Reader } from '../vocabulary/reader.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { quincy, gideon, prue, sigrid, ursula, dorothea, grace } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;

const SHOWN = '... on ReviewAccessChanged { reviewAccess { id state stage revision learning } }';
const LISTED = '{ reviewAccess { id learning practitioner { id } episodes { id } } }';

/** Audits and reviews: who looks, at what, until when, and what is learned. */
export function learningScenarios({ reader, given, database }: Scene): void {
  const auditor = (): Reader => reader(quincy).for('AUDIT');
  const reviewer = (): Reader => reader(sigrid).for('REVIEW');
  const unit = (): Reader => reader(ursula).for('REVIEW');
  const manager = (): Reader => reader(gideon).for('ADMINISTRATION');

  async function step(
    who: Reader,
    command: string,
    held: Answered,
    args: Readonly<Record<string, unknown>> = { reason: 'As agreed.' },
  ): Promise<Answered> {
    const { reviewAccess: id, revision: expectedRevision } = {
      reviewAccess: held.id,
      revision: held.revision,
    };
    const answer = await sends(
      who,
      command,
      { reviewAccess: id, expectedRevision, ...args },
      SHOWN,
    );
    return answer.reviewAccess ?? answer;
  }
  async function opened(kind: 'AUDIT' | 'REVIEW'): Promise<Answered> {
    const isAudit = kind === 'AUDIT';
    const { reviewAccess } = await sends(
      isAudit ? auditor() : unit(),
      'proposeReviewAccess',
      {
        kind: { enum: kind },
        practitioner: (isAudit ? quincy : sigrid).id,
        about: 'How plans are reviewed',
        endsAt: '2026-07-31T17:00:00Z',
        reason: 'Of the programme of the year.',
        idempotencyKey: crypto.randomUUID(),
      },
      SHOWN,
    );
    const accepts = isAudit ? manager() : reader(dorothea).for('ADMINISTRATION');
    const accepted = await step(accepts, 'acceptReviewAccess', reviewAccess);
    return step(
      isAudit ? reader(prue).for('ADMINISTRATION') : unit(),
      'openReviewAccess',
      accepted,
      {
        reason: 'Sampled.',
        episodes: [okafor.id],
      },
    );
  }
  async function finds(who: Reader): Promise<boolean> {
    const { body } = await who.asks(`{ episode(reference: "${okafor.reference}") { id } }`);
    return body.data.episode !== null;
  }

  scenario(
    {
      clause: 'SHR-6c',
      outcome: 'granted',
      that: 'what an audit taught is read by practitioners everywhere, without who looked and at whom',
    },
    async () => {
      const audit = await opened('AUDIT');
      const complete = await step(auditor(), 'completeReviewAccess', audit);
      await step(auditor(), 'publishLearning', complete, { learning: 'Plans name who does what.' });
      const { body } = await reader(grace).for('COORDINATE_SUPPORT').asks(LISTED);
      expect(body.data.reviewAccess).toContainEqual({
        id: audit.id,
        learning: 'Plans name who does what.',
        practitioner: null,
        episodes: [],
      });
    },
  );

  scenario(
    {
      clause: 'SHR-6c',
      outcome: 'denied',
      that: 'learning that holds a reference, a number or an address of somebody is not published, and nobody else reads of the audit before',
    },
    async () => {
      const audit = await opened('AUDIT');
      const complete = await step(auditor(), 'completeReviewAccess', audit);
      for (const learning of [
        `In ${okafor.reference} nobody asked 943 476 5919.`,
        `In ${okafor.reference.toLowerCase()} nobody asked.`,
        'A child born on 12 March 2015 was not asked.',
      ])
        expect(await step(auditor(), 'publishLearning', complete, { learning })).toMatchObject({
          code: 'LEARNING_IDENTIFIES',
        });
      const { body } = await reader(grace).for('COORDINATE_SUPPORT').asks(LISTED);
      expect(body.data.reviewAccess.map(({ id }: Answered) => id)).not.toContain(audit.id);
    },
  );

  scenario(
    {
      clause: 'STA-6.1b',
      outcome: 'granted',
      that: 'what a statutory review taught is online for a year',
    },
    async () => {
      const review = await opened('REVIEW');
      const complete = await step(unit(), 'completeReviewAccess', review);
      await step(unit(), 'publishLearning', complete, { learning: 'Ask the child.' });
      const { body } = await reader(grace).for('COORDINATE_SUPPORT').asks(LISTED);
      expect(body.data.reviewAccess.map(({ id }: Answered) => id)).toContain(review.id);
    },
  );

  scenario(
    {
      clause: 'STA-6.1b',
      outcome: 'denied',
      that: 'a year later it is read by nobody but those who manage reviews',
    },
    async () => {
      const review = await opened('REVIEW');
      const complete = await step(unit(), 'completeReviewAccess', review);
      await step(unit(), 'publishLearning', complete, { learning: 'Ask the child.' });
      const [until] = await database().owner.run<{ at: string }>({
        text: `SELECT to_char(online_until AT TIME ZONE 'Europe/London', 'YYYY-MM-DD HH24:MI') AS at FROM partners.review_access WHERE id = $1`,
        values: [review.id],
      });
      expect(until?.at).toBe('2027-06-18 00:00');
      await given.changed(
        'partners.review_access',
        { id: review.id },
        { online_until: daysFromNow(0) },
      );
      const { body } = await reader(grace).for('COORDINATE_SUPPORT').asks(LISTED);
      expect(body.data.reviewAccess.map(({ id }: Answered) => id)).not.toContain(review.id);
    },
  );

  for (const clause of ['SOM-8.2', 'SOM-8.4'] as const) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: 'a reviewer reads the case where it is kept, in the reading stage of the review',
      },
      async () => {
        const review = await opened('REVIEW');
        expect(await finds(reviewer())).toBe(false);
        const reading = await step(unit(), 'moveReviewStage', review, {
          stage: { enum: 'STAGE_REVIEW' },
          reason: 'Scoped.',
        });
        expect(await finds(reviewer())).toBe(true);
        await step(unit(), 'completeReviewAccess', reading);
      },
    );

    scenario(
      {
        clause,
        outcome: 'denied',
        that: 'not before or after that stage, and the reviewer can ask for, change or grant nothing of it',
      },
      async () => {
        const review = await opened('REVIEW');
        const reading = await step(unit(), 'moveReviewStage', review, {
          stage: { enum: 'STAGE_REVIEW' },
          reason: 'Scoped.',
        });
        const asking = await sends(
          reviewer(),
          'askForInformation',
          {
            episode: okafor.id,
            holdingAgency: grace.agency.id,
            asked: 'More.',
            idempotencyKey: crypto.randomUUID(),
          },
          '__typename',
        );
        expect(asking).toMatchObject({ code: 'ROLE_NOT_PERMITTED' });
        const reporting = await step(unit(), 'moveReviewStage', reading, {
          stage: { enum: 'STAGE_REPORT' },
          reason: 'Read.',
        });
        expect(await finds(reviewer())).toBe(false);
        await step(unit(), 'completeReviewAccess', reporting);
      },
    );
  }
}
