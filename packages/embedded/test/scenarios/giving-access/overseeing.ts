import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { recordedBy } from '../../ledger/ledger-rows.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires, toldOf } from '../vocabulary/due-work.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, callum, dorothea, gideon, prue, quincy, zara } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;
const CHANGED = 'OverrideChanged { override state revision grant { id } }';
const WHY = 'Her brother told a neighbour that she was hit with a belt.';
const EVENTS = `{ accessEvents(first: 5) { totalCount edges { node {
  machine move before after at onBehalfOf reason actor { id } practitioner { id } } } } }`;

interface Used {
  readonly override: string;
  readonly state: string;
}

interface Event {
  readonly machine: string;
  readonly move: string;
  readonly reason: string | null;
  readonly practitioner: { readonly id: string } | null;
}

/** What those see who watch over access, and what they do not see of a family that they have a relationship with. */
export function overseeingScenarios(scene: Scene): void {
  const { gate, clock } = scene;
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'ADMINISTRATION');
  const person = async () => {
    const [found] = await scene.database().owner.run<Record<'given' | 'family' | 'born', string>>({
      text: `SELECT given_name AS given, family_name AS family, date_of_birth::text AS born FROM families.person
        JOIN episodes.episode_person ON person_id = id WHERE episode_id = $1 AND date_of_birth IS NOT NULL ORDER BY id LIMIT 1`,
      values: [episode.id],
    });
    return { givenName: found?.given, familyName: found?.family, dateOfBirth: found?.born };
  };
  const overrides = async (who: { readonly subject: string }, about?: object) => {
    return new Doer(gate(), who, 'SAFEGUARDING').does<Used>(
      'overrideForSafeguarding',
      {
        about: [about ?? (await person())],
        classes: [],
        reason: WHY,
        noOtherWay: 'Nobody of the team answers.',
        legal: { article6: '6(1)(e)' },
        idempotencyKey: crypto.randomUUID(),
      },
      CHANGED,
    );
  };
  const events = async (who: { readonly subject: string }) => {
    const { body, text } = await as(who).asks(EVENTS);
    expect(body.errors, text).toBeUndefined();
    const { totalCount, edges } = body.data.accessEvents;
    return {
      text,
      total: Number(totalCount),
      events: edges.map(({ node }: { node: Event }) => node) as readonly Event[],
      withheld: body.extensions?.['access'],
    };
  };
  // How often somebody tries in a day is not what is looked at here.
  const fresh = () =>
    scene.database().owner.script(`DELETE FROM partners.safeguarding_override;
      DELETE FROM scheduler.notice WHERE kind IN ('OVERRIDE_USED', 'OVERRIDE_TO_EXPLAIN', 'NO_PROTECTION_OFFICER_FREE')`);
  const told = (kind: string) => toldOf(scene, kind);
  const ofOverride = (found: readonly Event[]) =>
    found.filter(
      ({ machine, move, practitioner }) =>
        practitioner?.id === callum.id && `${machine} ${move}`.includes('OVERRIDE'),
    );
  const explanationsFallDue = () => fires(scene, ['OVERRIDE_TO_EXPLAIN']);
  const overseen = async (who: { readonly subject: string }) => {
    const { body, text } = await as(who).asks('{ overrides { override reason noOtherWay } }');
    expect(body.errors, text).toBeUndefined();
    return body.data.overrides as readonly { readonly override: string; readonly reason: string }[];
  };

  scenario(
    {
      clause: 'SHR-8.3.7h',
      outcome: 'granted',
      that: 'who took which step, when and for whom is read by the host and by the officer who watches over it; why, by that officer, and the reading is on the ledger with its family',
    },
    async () => {
      await fresh();
      await overrides(callum);
      const rows = await recordedBy(scene.database().owner, async () => {
        const read = ofOverride((await events(dorothea)).events);
        expect(read.map(({ machine }) => machine).sort()).toEqual([
          'GRANT',
          'OVERRIDE',
          'OVERRIDE_EXPLANATION',
        ]);
        expect(read.map(({ reason }) => reason)).toEqual([WHY, WHY, WHY]);
      });
      expect(rows).toMatchObject([{ account_id: dorothea.id, purpose: 'ADMINISTRATION' }]);
      expect(rows[0]?.episodes).toContain(episode.id);
      expect(rows[0]?.families).toContain(okafor.id);
      for (const host of [prue, gideon])
        expect(ofOverride((await events(host)).events)).toHaveLength(3);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7h',
      outcome: 'denied',
      that: 'why a step was taken is not for those who give access: it may say what is said of a family, and they are told that their role does not read it',
    },
    async () => {
      await fresh();
      await overrides(callum);
      for (const host of [prue, gideon]) {
        const read = await events(host);
        expect(ofOverride(read.events).map(({ reason }) => reason)).toEqual([null, null, null]);
        expect(read.text).not.toContain('belt');
        expect(read.withheld).toContainEqual(
          expect.objectContaining({
            coordinate: 'AccessEvent.reason',
            code: 'ROLE_NOT_PERMITTED',
          }),
        );
      }
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      alone: 'A bar only takes away.',
      that: 'steps of access to a family, and overrides of it or that may have meant it, are not there for whoever has a relationship with it: not in a list, not by a count, not to be decided about',
    },
    async () => {
      await fresh();
      const { override } = await overrides(callum);
      const { familyName, givenName } = await person();
      const attempt = await overrides(zara, { givenName, familyName, dateOfBirth: '1900-01-01' });
      expect(attempt.state).toBe('NO_MATCH');
      for (const who of [prue, gideon, dorothea]) await relates(scene, who, okafor);
      const unrelated = await scene.database().owner.run<{ events: number }>({
        text: `SELECT count(*)::integer AS events FROM partners.access_event event WHERE NOT EXISTS (
            SELECT FROM access.episode WHERE episode.id = event.episode_id AND episode.family_id = $1)
          AND (episode_id IS NOT NULL OR machine NOT IN ('ACCESS_REQUEST', 'OVERRIDE', 'COVER', 'REVIEW_ACCESS', 'PERSON_MERGE', 'ADOPTION', 'PARENTAL_RESPONSIBILITY', 'IMPORT_ITEM', 'IMPORT_LINK', 'MATCH_CANDIDATE'))`,
        values: [okafor.id],
      });
      for (const who of [prue, gideon, dorothea]) {
        const read = await events(who);
        expect(ofOverride(read.events)).toEqual([]);
        expect(read.text).not.toContain('belt');
        if (who !== dorothea) expect(read.total).toBe(unrelated[0]?.events);
      }
      const found = await overseen(dorothea);
      expect(await told('NO_PROTECTION_OFFICER_FREE')).toEqual([]);
      await overrides(callum);
      expect(await told('NO_PROTECTION_OFFICER_FREE')).toEqual([adaline.id, barnaby.id].sort());
      expect(await told('OVERRIDE_USED')).toEqual([dorothea.id]);
      expect(found.map((each) => each.override)).not.toContain(override);
      expect(found.map((each) => each.override)).not.toContain(attempt.override);
      const outcome = { expectedRevision: 1, outcome: 'UPHELD', reason: 'There was danger.' };
      const barred = await as(dorothea).isRefused(
        'RECORD_UNKNOWN',
        'reviewOverride',
        { ...outcome, override },
        CHANGED,
      );
      const absent = await as(dorothea).isRefused(
        'RECORD_UNKNOWN',
        'reviewOverride',
        { ...outcome, override: crypto.randomUUID() },
        CHANGED,
      );
      expect(barred).toEqual(absent);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'an officer without a relationship reads the override and its reasons, which is on the ledger with family and episode, and decides about it; only they hear that it was used',
    },
    async () => {
      await fresh();
      await relates(scene, dorothea, okafor);
      await holdsOffice(scene, quincy, 'DATA_PROTECTION_OFFICER');
      const { override } = await overrides(callum);
      const rows = await recordedBy(scene.database().owner, async () => {
        expect(await overseen(quincy)).toContainEqual(
          expect.objectContaining({ override, reason: WHY }),
        );
      });
      expect(rows).toMatchObject([
        { account_id: quincy.id, episodes: [episode.id], families: [okafor.id] },
      ]);
      await as(quincy).does(
        'reviewOverride',
        { override, expectedRevision: 1, outcome: 'UPHELD', reason: 'There was danger.' },
        CHANGED,
      );
      expect(await told('OVERRIDE_USED')).toEqual([quincy.id]);
      clock.set(new Date(Date.parse(daysFromNow(5))));
      await explanationsFallDue();
      expect(await told('OVERRIDE_TO_EXPLAIN')).toEqual([callum.id, quincy.id].sort());
    },
  );
}
