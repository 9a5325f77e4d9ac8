import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { ChangesFeed } from '../vocabulary/changes-feed.ts';
import { enumOf, Recording } from '../vocabulary/recording.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { tom, grace, niamh, callum } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { chidi } = cast.families.okafor.persons;

/** How systems of partners keep up with the record, and how much of a long one they read at a time. */
export function keepingUpScenarios(scene: Scene): void {
  const recording = new Recording(scene);
  const visits = (who: Asking, subject: string, more: object = {}): Promise<Answered> =>
    recording.writes(who, 'recordActivity', 'activity', {
      episode: okafor.id,
      activity: {
        kind: enumOf('HOME_VISIT'),
        subject,
        occursAt: '2026-06-16T15:00:00Z',
        attendance: enumOf('ATTENDED'),
      },
      nature: enumOf('FACT'),
      concerns: [chidi.id],
      ...more,
    });
  const feed = new ChangesFeed(scene);
  const cursorNow = async (): Promise<string> => {
    const { id } = await visits(tom, 'Where it begins');
    return (await feed.settled(grace, null, id)).cursor;
  };

  scenario(
    {
      clause: 'SHR-8.2.2c',
      outcome: 'granted',
      that: 'a partner’s system gets every writing of the records it may read once, in order, and goes on from where it was',
    },
    async () => {
      const before = await cursorNow();
      const first = await visits(tom, 'The walk to school');
      const second = await visits(grace, 'Breakfast club');
      await recording.writes(grace, 'amendActivity', 'activity', {
        id: second.id,
        expectedRevision: 1,
        activity: { attendance: enumOf('MISSED') },
        reason: 'It was called off at the gate.',
      });
      const last = await visits(grace, 'Home from school');
      await feed.settled(grace, before, last.id);
      const written = [
        { type: 'Activity', id: first.id, revision: 1 },
        { type: 'Activity', id: second.id, revision: 1 },
        { type: 'Activity', id: second.id, revision: 2 },
        { type: 'Activity', id: last.id, revision: 1 },
      ];
      const all = await feed.page(grace, before);
      expect(all).toMatchObject({ changes: written, more: false });
      const page = await feed.page(grace, before, 2);
      expect(page).toMatchObject({ changes: written.slice(0, 2), more: true });
      const rest = await feed.page(grace, page.cursor, 2);
      expect(rest).toMatchObject({ changes: written.slice(2), more: false });
      expect(await feed.page(grace, rest.cursor)).toEqual({
        changes: [],
        cursor: rest.cursor,
        more: false,
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.2.2c',
      outcome: 'denied',
      that: 'what somebody may not read changes nothing for them: no line, no cursor that moves; nobody outside gets any',
    },
    async () => {
      const before = await cursorNow();
      const passage = { field: 'notes', class: enumOf('HEALTH'), text: 'His asthma is worse.' };
      const visit = await visits(niamh, 'A visit about mornings', { splitOff: [passage] });
      const { changes, cursor } = await feed.settled(grace, before, visit.id);
      expect(changes).toEqual([{ type: 'Activity', id: visit.id, revision: 1 }]);
      const own = await feed.page(niamh, before);
      expect(own.changes.map(({ type }: Answered) => type)).toEqual(['Activity', 'CaseNote']);
      expect((await feed.page(grace, cursor)).cursor).toBe(cursor);
      expect(await feed.page(callum, null)).toEqual({ changes: [], cursor: null, more: false });
      expect(await feed.page(callum, before)).toMatchObject({ changes: [] });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'granted',
      that: 'a long record is read a page at a time, the latest first',
    },
    async () => {
      for (const hour of [10, 11, 12])
        await recording.writes(tom, 'recordActivity', 'activity', {
          episode: okafor.id,
          activity: {
            kind: enumOf('CONTACT'),
            subject: `A call at ${hour}`,
            occursAt: `2026-06-17T${hour}:00:00Z`,
            attendance: enumOf('ATTENDED'),
          },
          nature: enumOf('FACT'),
          concerns: [chidi.id],
        });
      const page = async (after: string | null): Promise<Answered> => {
        const { body } = await scene
          .reader(grace)
          .for('COORDINATE_SUPPORT')
          .asks(
            `query ($of: ID!, $after: String) { activities(episode: $of, first: 2, after: $after) {
              edges { node { subject } } pageInfo { hasNextPage endCursor } } }`,
            { of: okafor.id, after },
          );
        expect(body.errors).toBeUndefined();
        return body.data.activities;
      };
      const first = await page(null);
      expect(first.edges).toEqual([
        { node: { subject: 'A call at 12' } },
        { node: { subject: 'A call at 11' } },
      ]);
      const second = await page(first.pageInfo.endCursor);
      expect(second.edges[0]).toEqual({ node: { subject: 'A call at 10' } });
    },
  );

  scenario(
    {
      clause: 'SHR-3.4.11a',
      outcome: 'denied',
      that: 'a page of a record that somebody may not read is empty, as of one that there is not',
    },
    async () => {
      const page = async (of: string): Promise<Answered> => {
        const { body } = await scene
          .reader(callum)
          .for('COORDINATE_SUPPORT')
          .asks(
            'query ($of: ID!) { activities(episode: $of) { edges { node { id } } totalCount } }',
            { of },
          );
        return body;
      };
      const none = await page('00000000-0000-4000-8000-000000000999');
      expect(none.data.activities).toEqual({ edges: [], totalCount: 0 });
      expect(await page(okafor.id)).toEqual(none);
      expect(await page('no id')).toEqual(none);
    },
  );
}
