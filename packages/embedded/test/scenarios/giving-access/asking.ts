import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, dorothea, joel, kwame, zara, marcus } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;
const CHANGED = 'AccessRequestChanged { request reference state revision urgent }';

interface Received {
  readonly request: string;
  readonly reference: string;
  readonly state: string;
  readonly revision: number;
  readonly urgent: string;
}

/** Asking for access to a family that one does not see. */
export function askingScenarios(scene: Scene): void {
  const { gate, reader, clock } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'UNDERSTAND_NEEDS');
  const known = async () => {
    const [person] = await scene.database().owner.run<Record<'given' | 'family' | 'born', string>>({
      text: `SELECT given_name AS given, family_name AS family, date_of_birth::text AS born FROM families.person
        JOIN episodes.episode_person ON person_id = id WHERE episode_id = $1 AND date_of_birth IS NOT NULL ORDER BY id LIMIT 1`,
      values: [episode.id],
    });
    return {
      givenName: person?.given,
      familyName: ` ${person?.family?.toUpperCase()} `,
      dateOfBirth: person?.born,
    };
  };
  const asked = (identifiers: object) => ({
    identifiers,
    role: 'TAF_MEMBER',
    workingRelationship: 'Teaches him',
    purpose: 'To help with attendance',
    idempotencyKey: crypto.randomUUID(),
  });
  const own = async (who: { readonly subject: string }, request: string) => {
    const { body } = await as(who).asks(
      '{ myAccessRequests { request state revision code reasons query urgent } }',
    );
    return body.data.myAccessRequests.find((each: Received) => each.request === request);
  };
  const afterTheWindow = async () => {
    clock.set(new Date(COUNTY_NOW.getTime() + 4 * 86_400_000));
    await fires(scene);
  };

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'granted',
      that: 'a partner asks with what they know, the host finds the episode by two identifiers that agree, and gives the access; the look is on the ledger',
    },
    async () => {
      const received = await as(zara).does<Received>(
        'requestAccess',
        asked(await known()),
        CHANGED,
      );
      expect(received).toMatchObject({ state: 'RECEIVED', revision: 1 });
      expect(received.reference).toMatch(/^AR-[0-9A-F]{8}$/);
      const { body } = await host().asks(
        `{ matchingEpisodes(request: "${received.request}") { episode reference agrees } }`,
      );
      expect(body.errors).toBeUndefined();
      expect(body.data.matchingEpisodes).toContainEqual({
        episode: episode.id,
        reference: episode.reference,
        agrees: ['DATE_OF_BIRTH', 'NAME'],
      });
      const [looked] = await scene.database().owner.run<{ episodes: string[] }>({
        text: 'SELECT episodes FROM ledger.release WHERE account_id = $1 AND $2 = ANY (episodes)',
        values: [prue.id, episode.id],
      });
      expect(looked?.episodes).toContain(episode.id);
      const queried = await host().does<Received>(
        'queryAccessRequest',
        { request: received.request, expectedRevision: 1, query: 'Which class is he in?' },
        CHANGED,
      );
      expect(await own(zara, received.request)).toMatchObject({ state: 'QUERIED', revision: 2 });
      await as(joel).isRefused(
        'RECORD_UNKNOWN',
        'replyToQuery',
        { request: received.request, expectedRevision: 2, reply: 'x' },
        CHANGED,
      );
      await as(zara).does(
        'replyToQuery',
        { request: received.request, expectedRevision: queried.revision, reply: 'Year 4' },
        CHANGED,
      );
      await host().does(
        'answerAccessRequest',
        {
          request: received.request,
          expectedRevision: 3,
          episode: episode.id,
          endsAt: daysFromNow(30),
          reason: 'she teaches him',
          idempotencyKey: crypto.randomUUID(),
        },
        CHANGED,
      );
      await reader(zara).reads(episode);
      expect(await own(zara, received.request)).toMatchObject({ state: 'GRANTED' });
      await afterTheWindow();
      const [kept] = await scene.database().owner.run({
        text: 'SELECT identifiers FROM partners.access_request WHERE id = $1',
        values: [received.request],
      });
      expect(kept).toEqual({ identifiers: null });
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'denied',
      that: 'whether a family is known is not found out by asking: found, refused, unsafe to tell and unknown are answered alike, at once and after the window',
    },
    async () => {
      const unknown = { givenName: 'Nobody', familyName: 'Atall', dateOfBirth: '2011-01-01' };
      const all: Received[] = [];
      for (const identifiers of [await known(), unknown, await known()])
        all.push(await as(kwame).does<Received>('requestAccess', asked(identifiers), CHANGED));
      const [refused, unmatched, undecided] = all.map(({ request }) => request);
      expect(
        new Set(all.map(({ request: _, reference: __, ...rest }) => JSON.stringify(rest))).size,
      ).toBe(1);
      await host().does(
        'refuseAccessRequest',
        {
          request: refused,
          expectedRevision: 1,
          code: 'FAMILY_EXCLUSION',
          reasons: 'The family keeps this agency out.',
        },
        CHANGED,
      );
      await host().does(
        'refuseAccessRequest',
        {
          request: unmatched,
          expectedRevision: 1,
          code: 'NO_MATCH',
          reasons: 'Nothing was found.',
        },
        CHANGED,
      );
      const before = await Promise.all(
        [refused, unmatched, undecided].map((each) => own(kwame, each ?? '')),
      );
      expect(before.map(({ state }) => state)).toEqual(['RECEIVED', 'RECEIVED', 'RECEIVED']);
      await afterTheWindow();
      const after = await Promise.all(
        [refused, unmatched, undecided].map((each) => own(kwame, each ?? '')),
      );
      expect(new Set(after.map(({ request: _, ...rest }) => JSON.stringify(rest))).size).toBe(1);
      expect(after[0]).toMatchObject({
        state: 'NOT_GIVEN',
        code: null,
        reasons: null,
        revision: null,
      });
      const notices = await scene.database().owner.run({
        text: `SELECT 1 AS sent FROM scheduler.notice WHERE kind = 'ACCESS_REQUEST_ANSWERED' AND to_account = $1`,
        values: [kwame.id],
      });
      expect(notices).toHaveLength(3);
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'granted',
      that: 'an agency that held access reads the full reasons of a refusal, and offices read those of every refusal',
    },
    async () => {
      const { request } = await as(marcus).does<Received>(
        'requestAccess',
        asked(await known()),
        CHANGED,
      );
      const reasons = 'His work ended in May; his colleague goes on. ⟦Ångström⟧ ‏שלום‏';
      await host().does(
        'refuseAccessRequest',
        { request, expectedRevision: 1, code: 'NOT_NECESSARY', reasons, episode: episode.id },
        CHANGED,
      );
      clock.set(new Date(COUNTY_NOW.getTime() + 4 * 86_400_000));
      expect(await own(marcus, request)).toMatchObject({
        state: 'REFUSED',
        code: 'NOT_NECESSARY',
        reasons,
      });
      const { body } = await new Doer(gate(), dorothea, 'ADMINISTRATION').asks(
        '{ accessRefusals { request code reasons told decidedBy { id } } }',
      );
      expect(body.data.accessRefusals).toContainEqual(
        expect.objectContaining({ request, code: 'NOT_NECESSARY', reasons, told: true }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.3.8',
      outcome: 'denied',
      that: 'a refusal without written reasons, or by whoever asked, is none, and nothing is half-written',
    },
    async () => {
      const { request } = await as(marcus).does<Received>(
        'requestAccess',
        asked(await known()),
        CHANGED,
      );
      for (const reasons of ['', '  ', '\u2003\u200b', '—'])
        await host().isRefused(
          'ARGUMENT_INVALID',
          'refuseAccessRequest',
          { request, expectedRevision: 1, code: 'NOT_NECESSARY', reasons },
          CHANGED,
        );
      await host().isRefused(
        'ARGUMENT_INVALID',
        'refuseAccessRequest',
        { request, expectedRevision: 1, code: 'BECAUSE', reasons: 'It is so.' },
        CHANGED,
      );
      await as(marcus).isRefused(
        'ROLE_NOT_PERMITTED',
        'refuseAccessRequest',
        { request, expectedRevision: 1, code: 'NOT_NECESSARY', reasons: 'It is so.' },
        CHANGED,
      );
      await host().isRefused(
        'REVISION_PASSED',
        'refuseAccessRequest',
        { request, expectedRevision: 2, code: 'NOT_NECESSARY', reasons: 'It is so.' },
        CHANGED,
      );
      const [kept] = await scene.database().owner.run({
        text: 'SELECT state, revision, reasons FROM partners.access_request WHERE id = $1',
        values: [request],
      });
      expect(kept).toEqual({ state: 'REQUESTED', revision: 1, reasons: null });
    },
  );

  scenario(
    {
      clause: 'DEV-A3-chn',
      outcome: 'granted',
      alone: 'It says what else to do, and denies nothing.',
      that: 'whoever asks, and whoever is refused, is told the channel for what cannot wait',
    },
    async () => {
      const received = await as(joel).does<Received>(
        'requestAccess',
        asked(await known()),
        CHANGED,
      );
      expect(received.urgent).toMatch(/999/);
      expect((await own(joel, received.request)).urgent).toMatch(/999/);
    },
  );
}
