import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Arguments } from '../../machines/doer.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Overridden } from '../vocabulary/override.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { callum, marcus, prue, rhona } = cast.practitioners;
const { okafor } = cast.families;
const { ada } = okafor.persons;
const episode = okafor.episodes.current;

/** Everything that is begun about an episode by whoever reads it. */
const WRITING: readonly (readonly [string, Arguments, string])[] = [
  [
    'askForInformation',
    {
      episode: episode.id,
      holdingAgency: rhona.agency.id,
      asked: 'Is her brother violent?',
    },
    'InformationRequestChanged { informationRequest { id } }',
  ],
  [
    'raiseAccuracyIssue',
    {
      episode: episode.id,
      coordinate: 'Person.givenName',
      person: ada.id,
      wrong: 'She is called Addie.',
      foundOn: '2026-06-17',
    },
    'AccuracyIssueChanged { accuracyIssue { id } }',
  ],
];

/** An override reads, and writes nothing but what belongs to it. */
export function writingByOverride(scene: Scene): void {
  const { gate } = scene;
  const takes = async (who: typeof callum): Promise<Overridden> =>
    protector(gate(), who).does<Overridden>(
      'overrideForSafeguarding',
      overrideOf([await known(scene.database().owner, ada)], who),
      OVERRIDE_CHANGED,
    );
  const sent = (given: Arguments): Arguments => ({
    ...given,
    idempotencyKey: crypto.randomUUID(),
  });
  const written = async (): Promise<unknown> => {
    const [row] = await scene.database().owner.run({
      text: `SELECT (SELECT count(*) FROM partners.information_request) AS asked,
        (SELECT count(*) FROM partners.accuracy_issue) AS raised`,
      values: [],
    });
    return row;
  };

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'denied',
      that: 'whoever reads by an override alone writes nothing about the episode, which would stay after the override is over: neither a question to another agency nor an issue; what access they once had or gave themselves is none',
    },
    async () => {
      const before = await written();
      for (const [command, given, changed] of WRITING)
        await protector(gate(), callum).isRefused('RECORD_UNKNOWN', command, sent(given), changed);
      expect((await takes(callum)).state).toBe('USED');
      for (const [granted_by, role] of [
        [callum.id, 'TAF_MEMBER'],
        [prue.id, 'LEAD_PROFESSIONAL'],
      ]) {
        for (const [command, given, changed] of WRITING)
          await protector(gate(), callum).isRefused(
            'OVERRIDE_READS',
            command,
            sent(given),
            changed,
          );
        await scene.given.added('access.access_grant', {
          id: crypto.randomUUID(),
          account_id: callum.id,
          episode_id: episode.id,
          role,
          working_relationship: 'Teaches her',
          granted_by,
          starts_at: daysFromNow(-2),
        });
      }
      // The family keeps their agency out, whatever grant is left.
      await scene.given.added('access.access_grant', {
        id: crypto.randomUUID(),
        account_id: callum.id,
        episode_id: episode.id,
        role: 'TAF_MEMBER',
        working_relationship: 'Teaches her',
        granted_by: prue.id,
        starts_at: daysFromNow(-2),
      });
      for (const [command, given, changed] of WRITING)
        await protector(gate(), callum).isRefused('OVERRIDE_READS', command, sent(given), changed);
      expect(await written()).toEqual(before);
    },
  );

  scenario(
    {
      clause: 'SHR-3.5L-e',
      outcome: 'granted',
      that: 'whoever works with the family and takes an override beside it writes as before, and the override itself is explained and given up by whoever took it',
    },
    async () => {
      await scene.given.added('access.access_grant', {
        id: crypto.randomUUID(),
        account_id: marcus.id,
        episode_id: episode.id,
        role: 'TAF_MEMBER',
        working_relationship: 'Speech therapy',
        granted_by: prue.id,
        starts_at: daysFromNow(-2),
      });
      const { override, grant } = await takes(marcus);
      for (const [command, given, changed] of WRITING)
        await protector(gate(), marcus).does(command, sent(given), changed);
      const why = { expectedRevision: 1, reason: 'She is safe.' };
      await protector(gate(), marcus).does(
        'explainOverride',
        { override, ...why },
        OVERRIDE_CHANGED,
      );
      await protector(gate(), marcus).does(
        'endMyAccess',
        { grant: grant?.id, ...why },
        'AccessGrantChanged { grant { id state } }',
      );
    },
  );
}
