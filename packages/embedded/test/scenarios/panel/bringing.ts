import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { ChangesFeed } from '../vocabulary/changes-feed.ts';
import { daysFromNow } from '../vocabulary/county-words.ts';
import { Panel } from '../vocabulary/panel.ts';
import { Recording } from '../vocabulary/recording.ts';
import { holdsOffice } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { paloma, tom } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** What members bring to a case, and what they take from it. */
export function bringingScenarios(scene: Scene): void {
  const panel = new Panel(scene);
  const { reader } = scene;
  const write = new Recording(scene);
  const feed = new ChangesFeed(scene);
  const changesFor = async (who: typeof tom): Promise<readonly object[]> =>
    (await feed.page(who, null)).changes;

  const NOTE = {
    episode: episode.id,
    note: {
      kind: { enum: 'PANEL' },
      subject: 'From our side',
      text: 'They kept every appointment.',
    },
    nature: { enum: 'FACT' },
    concerns: [okafor.persons.ngozi.id],
  };

  for (const clause of ['SHR-3.7.3b', 'SHR-3.7.3c'] as const) {
    scenario(
      {
        clause,
        outcome: 'granted',
        that: 'a member adds what their own agency knows; it stands as that agency’s, which writes it otherwise while the case is live',
      },
      async () => {
        await panel.clear();
        await panel.listed();
        const shown = 'recordedByAgency { id }';
        const note = await write.writes(paloma, 'recordCaseNote', 'note', NOTE, shown);
        expect(note.recordedByAgency).toEqual({ id: paloma.agency.id });
        await write.writes(paloma, 'amendCaseNote', 'note', {
          id: note.id,
          expectedRevision: note.revision,
          note: { subject: 'From our side, as of today' },
          reason: 'Said more clearly.',
        });
      },
    );

    scenario(
      {
        clause,
        outcome: 'denied',
        that: 'nothing that another agency brought is written otherwise by a member, and nothing is added before the case is listed or after it is withdrawn',
      },
      async () => {
        await panel.clear();
        await write.writesNothing('RECORD_UNKNOWN', paloma, 'recordCaseNote', 'note', NOTE);
        const { panelCase } = await panel.listed();
        const others = await panel.notes();
        await write.writesNothing('RECORDING_NOT_PERMITTED', paloma, 'amendCaseNote', 'note', {
          id: others,
          expectedRevision: 1,
          note: { text: 'Otherwise.' },
          reason: 'Mine now.',
        });
        await panel.does(tom, 'withdrawPanelCase', await panel.step(panelCase));
        await write.writesNothing('RECORD_UNKNOWN', paloma, 'recordCaseNote', 'note', NOTE);
      },
    );
  }

  scenario(
    {
      clause: 'SHR-3.7.8a',
      outcome: 'granted',
      that: 'whoever works with the family takes what is written into their own system, where it is needed for that',
    },
    async () => {
      await panel.clear();
      await panel.presented();
      const note = await panel.notes();
      const { changes } = await feed.settled(tom, null, note);
      expect(changes).toContainEqual({ type: 'CaseNote', id: note, revision: 1 });
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.8a',
      outcome: 'denied',
      that: 'a member of the panel reads it here and gets no feed of it to keep, and agreed to keep none',
    },
    async () => {
      await panel.clear();
      const { meeting } = await panel.presented();
      const note = await panel.notes();
      await feed.settled(tom, null, note);
      const { caseNotes } = await reader(paloma)
        .for('COORDINATE_SUPPORT')
        .asksOf(episode, 'caseNotes { id }');
      expect(caseNotes).toContainEqual({ id: note });
      expect(await changesFor(paloma)).toEqual([]);
      const { attendance } = await panel.meetingNow(meeting, paloma);
      expect(attendance).toContainEqual(
        expect.objectContaining({ practitioner: { id: paloma.id }, statementVersion: '2024-10' }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.8a',
      outcome: 'denied',
      that: 'a member of the panel who worked with the family once gets no feed of it either; whoever does so now as well gets it',
    },
    async () => {
      await panel.clear();
      await panel.presented();
      const note = await panel.notes();
      await feed.settled(tom, null, note);
      const once = { id: crypto.randomUUID() };
      await holdsOffice(scene, paloma, 'TAF_MEMBER');
      await scene.given.added('access.access_grant', {
        ...once,
        account_id: paloma.id,
        episode_id: episode.id,
        role: 'TAF_MEMBER',
        working_relationship: 'Ran the group that they came to',
        granted_by: tom.id,
        starts_at: daysFromNow(-30),
        ends_at: daysFromNow(-2),
        basis: 'WORK',
        revision: 1,
      });
      expect(await changesFor(paloma)).toEqual([]);
      const until = { ends_at: daysFromNow(30) };
      for (const over of [
        { ...until, starts_at: daysFromNow(1) },
        { ...until, suspended_at: daysFromNow(-1) },
        { ...until, revoked_at: daysFromNow(-1), revoked_cause: 'SUPPORT_ENDED' },
      ]) {
        await scene.given.changed('access.access_grant', once, over);
        expect(await changesFor(paloma)).toEqual([]);
      }
      const now = { starts_at: daysFromNow(-30), revoked_at: null, revoked_cause: null };
      const again = { ...until, ...now, suspended_at: null };
      await scene.given.changed('access.access_grant', once, again);
      expect(await changesFor(paloma)).toContainEqual(expect.objectContaining({ id: note }));
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.8b',
      outcome: 'granted',
      that: 'what is taken into a system of one’s own is read here for it, one thing at a time, and no more of it than one’s work opens',
    },
    async () => {
      await panel.clear();
      await panel.presented();
      const note = await panel.notes();
      await feed.settled(tom, null, note);
      const { caseNotes } = await reader(tom)
        .for('COORDINATE_SUPPORT')
        .asksOf(episode, 'caseNotes { id subject text }');
      expect(caseNotes).toContainEqual(
        expect.objectContaining({ id: note, text: expect.stringMatching(/\S/) }),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.8b',
      outcome: 'denied',
      that: 'the feed itself says of nothing more than that it is there, and of what kind: no word, no name, and nothing to ask for besides',
    },
    async () => {
      await panel.clear();
      await panel.presented();
      const { changes } = await feed.settled(tom, null, await panel.notes());
      for (const change of changes)
        expect(Object.keys(change).toSorted()).toEqual(['id', 'revision', 'type']);
      for (const field of ['text', 'subject', 'episode { reference }', 'record { id }']) {
        const { body } = await reader(tom)
          .for('COORDINATE_SUPPORT')
          .asks(`{ episodeChanges { changes { ${field} } } }`);
        expect(body.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
      }
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.9b',
      outcome: 'granted',
      that: 'whoever sought help is told by the feed of what the panel wrote down, for their own organisation’s record',
    },
    async () => {
      await panel.clear();
      await panel.presented();
      const { cursor } = await feed.page(tom, null);
      const note = await panel.notes();
      const { changes } = await feed.settled(tom, cursor, note);
      expect(changes).toContainEqual({ type: 'CaseNote', id: note, revision: 1 });
    },
  );

  scenario(
    {
      clause: 'SHR-3.7.9b',
      outcome: 'denied',
      that: 'once their own work with the family has ended there is nothing more for them to take',
    },
    async () => {
      await panel.clear();
      await panel.presented();
      await feed.settled(tom, null, await panel.notes());
      await scene.given.changed(
        'access.access_grant',
        { account_id: tom.id, episode_id: episode.id },
        { revoked_at: daysFromNow(-1), revoked_cause: 'SUPPORT_ENDED' },
      );
      const ofEpisode = await changesFor(tom);
      expect(ofEpisode.filter((each) => JSON.stringify(each).includes('CaseNote'))).toEqual([]);
    },
  );
}
