import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { recordedBy } from '../../ledger/ledger-rows.ts';
import { Doer } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { fires } from '../vocabulary/due-work.ts';
import { holdsOffice, relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, barnaby, bea, dorothea, gideon, joel, kwame, prue, quincy, zara } =
  cast.practitioners;
const { okafor, vance } = cast.families;
const episode = okafor.episodes.current;
const CHANGED = 'AccessRequestChanged { request state revision }';
const NAMED = { givenName: 'chidi ', familyName: 'OKAFOR' };
const NOBODY_FREE = 'ACCESS_REQUEST_NOBODY_FREE';

/** An officer of the host who has a relationship with a family that somebody asks to work with. */
export function relatedOfficerScenarios(scene: Scene): void {
  const { gate, clock } = scene;
  const as = (who: { readonly subject: string }) => new Doer(gate(), who, 'ADMINISTRATION');
  const asks = async (who: { readonly subject: string }, identifiers: object) => {
    const doer = new Doer(gate(), who, 'UNDERSTAND_NEEDS');
    const given = {
      identifiers,
      role: 'TAF_MEMBER',
      workingRelationship: 'Teaches him',
      purpose: 'To keep him safe from his aunt',
      idempotencyKey: crypto.randomUUID(),
    };
    return (await doer.does<{ request: string }>('requestAccess', given, CHANGED)).request;
  };
  const born = async () => {
    const [person] = await scene.database().owner.run<{ born: string }>({
      text: 'SELECT date_of_birth::text AS born FROM families.person WHERE id = $1',
      values: [okafor.persons.chidi.id],
    });
    return { ...NAMED, dateOfBirth: person?.born };
  };
  const waiting = async (who: { readonly subject: string }): Promise<readonly string[]> => {
    const { body, text } = await as(who).asks('{ accessRequestsToAnswer { request } }');
    expect(body.errors, text).toBeUndefined();
    return body.data.accessRequestsToAnswer.map(({ request }: { request: string }) => request);
  };
  const refusals = async (who: { readonly subject: string }): Promise<readonly string[]> => {
    const { body, text } = await as(who).asks('{ accessRefusals { request reasons } }');
    expect(body.errors, text).toBeUndefined();
    return body.data.accessRefusals.map(({ request }: { request: string }) => request);
  };
  const steps = async (who: { readonly subject: string }): Promise<readonly string[]> => {
    const { body, text } = await as(who).asks(
      '{ accessEvents(first: 100) { edges { node { machine } } } }',
    );
    expect(body.errors, text).toBeUndefined();
    return body.data.accessEvents.edges.map(
      ({ node }: { node: { machine: string } }) => node.machine,
    );
  };
  const refusal = (request: string, more: object = {}) => ({
    request,
    expectedRevision: 1,
    code: 'NOT_NECESSARY',
    reasons: 'His teacher has access already.',
    ...more,
  });
  const fresh = () =>
    scene.database().owner.script(`DELETE FROM partners.access_request;
      DELETE FROM scheduler.notice WHERE kind LIKE 'NO%FREE'`);

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'a request that names somebody of a related family is not there for the officer: not listed, not matched, not asked about, given or refused; nor is it decided by naming such a family’s episode',
    },
    async () => {
      await fresh();
      await relates(scene, prue, okafor);
      const known = await asks(zara, await born());
      const named = await asks(bea, NAMED);
      const other = await asks(joel, { givenName: 'Nobody', familyName: 'Atall' });
      expect(await waiting(prue)).toEqual([other]);
      // What is listed is not told by what was done either: a step that does not say of which family it is could be of theirs.
      expect(await steps(prue)).not.toContain('ACCESS_REQUEST');
      expect(await steps(gideon)).toContain('ACCESS_REQUEST');
      const absent = crypto.randomUUID();
      for (const request of [known, named]) {
        const { body } = await as(prue).asks(
          `{ matchingEpisodes(request: "${request}") { episode } }`,
        );
        expect(body.errors?.[0]?.extensions['code']).toBe('RECORD_UNKNOWN');
        const given = {
          episode: episode.id,
          endsAt: daysFromNow(30),
          reason: 'r',
          idempotencyKey: crypto.randomUUID(),
        };
        for (const [command, args] of [
          ['queryAccessRequest', { expectedRevision: 1, query: 'Which class?' }],
          ['refuseAccessRequest', refusal('')],
          // Whatever its revision is now.
          ['refuseAccessRequest', refusal('', { expectedRevision: 9 })],
          [
            'answerAccessRequest',
            { expectedRevision: 1, ...given, episode: vance.episodes.current.id },
          ],
        ] as const)
          expect(
            await as(prue).isRefused('RECORD_UNKNOWN', command, { ...args, request }, CHANGED),
          ).toEqual(
            await as(prue).isRefused(
              'RECORD_UNKNOWN',
              command,
              { ...args, request: absent },
              CHANGED,
            ),
          );
      }
      for (const theirs of [episode.id, crypto.randomUUID(), 'x'])
        await as(prue).isRefused(
          'RECORD_UNKNOWN',
          'refuseAccessRequest',
          refusal(other, { episode: theirs }),
          CHANGED,
        );
      const untouched = await scene.database().owner.run({
        text: `SELECT 1 AS untouched FROM partners.access_request WHERE state = 'REQUESTED' AND revision = 1`,
        values: [],
      });
      expect(untouched).toHaveLength(3);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'granted',
      that: 'another officer decides about it; the reasons are read by whoever has no relationship, on the ledger with the family, and by nobody who has, also when what was asked is wiped',
    },
    async () => {
      await fresh();
      await relates(scene, prue, okafor);
      await relates(scene, dorothea, okafor);
      await holdsOffice(scene, quincy, 'DATA_PROTECTION_OFFICER');
      const request = await asks(zara, await born());
      expect(await waiting(gideon)).toEqual([request]);
      const { id: episode } = okafor.episodes.current;
      await as(gideon).does('refuseAccessRequest', { ...refusal(request), episode }, CHANGED);
      expect(await refusals(dorothea)).toEqual([]);
      const rows = await recordedBy(scene.database().owner, async () => {
        expect(await refusals(quincy)).toEqual([request]);
      });
      expect(rows).toMatchObject([{ account_id: quincy.id, families: [okafor.id] }]);
      const { body } = await as(quincy).asks(
        '{ accessEvents(first: 1) { edges { node { machine move reason } } } }',
      );
      expect(body.data.accessEvents.edges[0].node).toEqual({
        machine: 'ACCESS_REQUEST',
        move: 'REFUSE',
        reason: 'The reasons stand with the request.',
      });
      clock.set(new Date(Date.parse(daysFromNow(5))));
      await fires(scene, ['ACCESS_REQUEST_WIPED']);
      const [kept] = await scene.database().owner.run({
        text: 'SELECT identifiers, families FROM partners.access_request WHERE id = $1',
        values: [request],
      });
      expect(kept).toEqual({ identifiers: null, families: [okafor.id] });
      expect(await refusals(quincy)).toEqual([request]);
      await relates(scene, gideon, okafor);
      for (const related of [gideon, dorothea]) expect(await refusals(related)).toEqual([]);
    },
  );

  scenario(
    {
      clause: 'SHR-1.2g',
      outcome: 'denied',
      that: 'where every officer of the host is related, or asks themselves, the request stays and comes to none of them; once, whoever gives offices is told that somebody else is needed, and nothing more',
    },
    async () => {
      await fresh();
      const request = await asks(zara, await born());
      const other = await asks(kwame, { givenName: 'Nobody', familyName: 'Atall' });
      await relates(scene, prue, okafor);
      const told = () =>
        scene.database().owner.run<{ account: string; params: object }>({
          text: `SELECT to_account AS account, params FROM scheduler.notice WHERE kind = 'NO_HOST_OFFICER_FREE' ORDER BY 1`,
          values: [],
        });
      await fires(scene, [NOBODY_FREE]);
      expect(await told()).toEqual([]);
      await relates(scene, gideon, okafor);
      await relates(scene, barnaby, okafor);
      for (let index = 0; index < 2; index += 1) await fires(scene, [NOBODY_FREE]);
      expect(await told()).toEqual([
        { account: adaline.id, params: { since: '2026-06-17', page: '/roles' } },
      ]);
      for (const officer of [prue, gideon]) expect(await waiting(officer)).toEqual([other]);
      await holdsOffice(scene, quincy, 'BUSINESS_SUPPORT');
      expect((await waiting(quincy)).toSorted()).toEqual([request, other].sort());
    },
  );
}
