import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Asking } from '../../county-fixture.ts';
import { EPISODE, ITEMS, reads } from '../../machines/justifying.ts';
import type { Scene } from '../vocabulary/scene.ts';
import { justificationSteps } from './steps.ts';

const { tom, esther, kwame, grace, sian } = cast.practitioners;

/** What whoever challenges is shown of a justification, and what of it is its writer’s alone. */
const STATUS = `id classes purpose state revision startsAt expiresAt article6 article9 schedule1Paragraph
  episode { id } person { id } practitioner { id } writtenBy { id }`;
const SAID = `relevance alternativesConsidered dangerOfSharing dangerOfNotSharing notToldBecause ownView sourceView
  publicInterest outcome caldicottAdvice uses lastUsedAt`;

/** Who sees on what others rely in an episode, and may say that it should not stand. */
export function challengingScenarios(scene: Scene): void {
  const { gate, given, database } = scene;
  const { sendsIn, takes } = justificationSteps(scene);
  const finds = async (who: Asking, id: string) => {
    const query = `{ justifications(first: 100) { edges { node { ${STATUS} ${SAID} } } } }`;
    const { body } = await gate().ask(who, query, { purpose: 'COORDINATE_SUPPORT' });
    expect(body.errors).toBeUndefined();
    const nodes = body.data.justifications.edges.map(({ node }: { node: unknown }) => node);
    return nodes.find((node: { readonly id: string }) => node.id === id) ?? null;
  };

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'whoever leads an episode reads who relies on which class about whom, for what, on which law and until when, and challenges it; the look is on the ledger, and what was written stays its writer’s',
    },
    async () => {
      const one = await sendsIn(kwame, 'HEALTH');
      const shown = await finds(tom, one.id);
      expect(shown).toMatchObject({
        classes: [ITEMS.HEALTH.class],
        purpose: 'UNDERSTAND_NEEDS',
        state: 'LIVE',
        revision: 1,
        schedule1Paragraph: '18',
        episode: { id: EPISODE.id },
        person: { id: ITEMS.HEALTH.about.id },
        practitioner: { id: kwame.id },
        writtenBy: { id: kwame.id },
        expiresAt: expect.any(String),
      });
      for (const said of SAID.split(/\s+/)) expect([said, shown[said]]).toEqual([said, null]);
      const released = await database().owner.run({
        text: `SELECT id FROM ledger.release WHERE account_id = $1 AND $2 = ANY (episodes) AND coordinates ? 'Justification.classes'`,
        values: [tom.id, EPISODE.id],
      });
      expect(released).not.toEqual([]);
      const { changed } = await takes(tom, 'challengeJustification', one);
      expect(changed).toMatchObject([{ id: one.id, state: 'CHALLENGED' }]);
      expect(await reads(gate(), kwame, 'HEALTH')).toBeNull();
      expect(await finds(tom, one.id)).toMatchObject({ state: 'CHALLENGED', revision: 2 });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'a member of the team, a lead of another episode, and a lead whose access ended or who declared a relationship find no justification of others, and challenge none; nor does a lead decide about one',
    },
    async () => {
      const one = await sendsIn(kwame, 'HEALTH');
      const findsNone = async (who: typeof tom | typeof sian, code: string) => {
        expect(await finds(who, one.id)).toBeNull();
        expect((await takes(who, 'challengeJustification', one)).refused?.code).toBe(code);
      };
      await findsNone(grace, 'ROLE_NOT_PERMITTED');
      await findsNone(esther, 'RECORD_UNKNOWN');
      const decided = await takes(tom, 'strikeJustification', one);
      expect(decided.refused?.code).toBe('ROLE_NOT_PERMITTED');
      const withdrawn = await takes(tom, 'withdrawJustification', one);
      expect(withdrawn.refused?.code).toBe('JUSTIFICATION_NOT_YOURS');
      await given.changed(
        'access.access_grant',
        { account_id: tom.id, episode_id: EPISODE.id },
        { suspended_at: '2026-06-17T09:00:00Z' },
      );
      await findsNone(tom, 'RECORD_UNKNOWN');
      await given.restore();
      await given.added('access.conflict_of_interest', {
        id: crypto.randomUUID(),
        account_id: tom.id,
        family_id: cast.families.yarrow.id,
        declared_at: '2026-06-01T00:00:00Z',
      });
      await findsNone(tom, 'RECORD_UNKNOWN');
      expect(await reads(gate(), kwame, 'HEALTH')).toEqual(ITEMS.HEALTH.values);
    },
  );
}
