import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { Doer } from '../../machines/doer.ts';
import { fires } from '../vocabulary/due-work.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { prue, kwame, zara } = cast.practitioners;
const episode = cast.families.okafor.episodes.current;
const CHANGED = 'AccessRequestChanged { request reference state revision urgent }';
const REASONS = 'Nothing was found.';
const REVISIONS = [1, 2, 3, 4, 5];

/** Asking back whoever wants access, so that whether they were asked tells no more than the question does. */
export function askingBackScenarios(scene: Scene): void {
  const { gate, clock } = scene;
  const host = () => new Doer(gate(), prue, 'ADMINISTRATION');
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'UNDERSTAND_NEEDS');
  const after = (days: number) => clock.set(new Date(COUNTY_NOW.getTime() + days * 86_400_000));
  const asked = async (who: { readonly subject: string }) => {
    const { request } = await as(who).does<{ request: string }>(
      'requestAccess',
      {
        identifiers: { givenName: 'Nobody', familyName: 'Atall' },
        role: 'TAF_MEMBER',
        workingRelationship: 'Teaches him',
        purpose: 'To help with attendance',
        idempotencyKey: crypto.randomUUID(),
      },
      CHANGED,
    );
    return request;
  };
  const askedBack = async (request: string, expectedRevision: number) =>
    host().does(
      'queryAccessRequest',
      { request, expectedRevision, query: 'Which class is he in?' },
      CHANGED,
    );
  const reply = (request: string, expectedRevision: number) =>
    ['replyToQuery', { request, expectedRevision, reply: 'Year 4' }, CHANGED] as const;
  const refusal = (request: string, expectedRevision: number, of: object = {}) =>
    [
      'refuseAccessRequest',
      { request, expectedRevision, code: 'NO_MATCH', reasons: REASONS, ...of },
      CHANGED,
    ] as const;
  const own = async (who: { readonly subject: string }, request: string) => {
    const { body } = await as(who).asks(
      '{ myAccessRequests { request state askedAt outcomeAt role revision query reply code reasons urgent } }',
    );
    return body.data.myAccessRequests.find((each: { request: string }) => each.request === request);
  };
  /** All that whoever asked can bring to be said about a request, but for its own id. */
  const told = async (
    who: { readonly subject: string },
    request: string,
    revisions = REVISIONS,
  ) => {
    const answers: string[] = [JSON.stringify(await own(who, request))];
    for (const revision of revisions)
      answers.push((await as(who).sends(...reply(request, revision))).text);
    return answers.map((each) => each.replaceAll(request, '·')).join('\n');
  };
  /** Which of these requests whoever asked was told to look at, now that its window is over. */
  const announced = async (requests: readonly string[]) => {
    await fires(scene, ['ACCESS_REQUEST_ANSWERED']);
    const rows = await scene.database().owner.run<{ id: string }>({
      text: `SELECT subject_id AS id FROM scheduler.timer_firing WHERE kind = 'ACCESS_REQUEST_ANSWERED' AND subject_id = ANY ($1::uuid[])`,
      values: [requests],
    });
    return rows.map(({ id }) => id).sort();
  };
  const alike = async (
    who: { readonly subject: string },
    requests: readonly string[],
    revisions = REVISIONS,
  ) => {
    const all: string[] = [];
    for (const each of requests) all.push(await told(who, each, revisions));
    expect(new Set(all).size, all.join('\n\n')).toBe(1);
    return all[0] ?? '';
  };

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'denied',
      that: 'what became of a request is not found out by answering a question: where none is open, every answer is the one for nothing at all, whatever revision is tried',
    },
    async () => {
      const [untouched, refused, unmatched] = [
        await asked(kwame),
        await asked(kwame),
        await asked(kwame),
      ];
      const code = 'CONFIDENCE_NOT_OVERRIDDEN';
      await host().does(...refusal(refused, 1, { code, episode: episode.id }));
      await host().does(...refusal(unmatched, 1));
      const { text: ofNothing } = await as(kwame).sends(...reply(crypto.randomUUID(), 1));
      expect(ofNothing).toMatch(/RECORD_UNKNOWN/);
      const inTheWindow = await alike(kwame, [untouched, refused, unmatched]);
      expect(inTheWindow.split('\n').slice(1)).toEqual(REVISIONS.map(() => ofNothing));

      const [waits, decided] = [await asked(kwame), await asked(kwame)];
      for (const each of [waits, decided]) {
        await askedBack(each, 1);
        await as(kwame).does(...reply(each, 2));
      }
      await host().does(...refusal(decided, 3));
      const replied = await alike(kwame, [waits, decided]);
      expect(replied).toMatch(/"RECEIVED".*"Which class is he in\?".*"Year 4"/);
      expect(replied.split('\n').slice(1)).toEqual(REVISIONS.map(() => ofNothing));

      after(6);
      expect(await alike(kwame, [untouched, unmatched])).toMatch(/"NOT_GIVEN"/);
      await alike(kwame, [waits, decided]);
      const { text: ofAnothers } = await as(zara).sends(...reply(waits, 4));
      expect(ofAnothers).toBe(ofNothing);
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1f',
      outcome: 'denied',
      that: 'a question stays asked until it is answered or its window is over: nobody refuses before, and afterwards an unanswered one is like a refused one',
    },
    async () => {
      const [unanswered, toRefuse] = [await asked(kwame), await asked(kwame)];
      await askedBack(unanswered, 1);
      await askedBack(toRefuse, 1);
      const { about, revision } = await host().isRefused(
        'STEP_NOT_POSSIBLE',
        ...refusal(toRefuse, 2),
      );
      expect({ about, revision }).toEqual({
        about: ['QUERIED', 'REPLY', 'ANSWER', 'LAPSE'],
        revision: 2,
      });
      const open = await alike(kwame, [unanswered, toRefuse], [1, 3, 4]);
      expect(open).toMatch(/"QUERIED".*"revision":2.*"Which class is he in\?"/);

      after(6);
      const over = await alike(kwame, [unanswered, toRefuse]);
      expect(over).toMatch(/"NOT_GIVEN".*"revision":null,"query":null/);
      await host().does(...refusal(toRefuse, 2));
      expect(await alike(kwame, [unanswered, toRefuse])).toBe(over);
      const both = [unanswered, toRefuse];
      expect(await announced(both)).toEqual(both.sort());
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.1e',
      outcome: 'granted',
      that: 'a question has a window of its own, in which it is answered as soon as asked, once; then the host decides',
    },
    async () => {
      const request = await asked(zara);
      after(6);
      expect(await own(zara, request)).toMatchObject({ state: 'NOT_GIVEN' });
      await askedBack(request, 1);
      expect(await own(zara, request)).toMatchObject({ state: 'QUERIED', revision: 2 });
      after(7);
      await as(zara).isRefused('REVISION_PASSED', ...reply(request, 1));
      expect(await as(zara).does(...reply(request, 2))).toMatchObject({ revision: 3 });
      expect(await own(zara, request)).toMatchObject({ state: 'RECEIVED', reply: 'Year 4' });
      await as(zara).isRefused('RECORD_UNKNOWN', ...reply(request, 3));
      await host().does(...refusal(request, 3));
    },
  );
}
