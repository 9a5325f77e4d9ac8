import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Answered, Asking } from '../../county-fixture.ts';
import { carriedOut, commands } from '../../machines/commands.ts';
import { dateFromNow, daysFromNow } from './county-words.ts';
import type { Scene } from './scene.ts';

const { hester, paloma, tom } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { ngozi } = cast.families.okafor.persons;

type Given = Readonly<Record<string, unknown>>;

export const HELD_AT = daysFromNow(14);

/** The family agreed in writing, knowing what becomes of what is said. */
export const AGREED = {
  agreement: {
    discussedOn: dateFromNow(-3),
    agreedOn: dateFromNow(-2),
    inWriting: true,
    informed: true,
  },
};

/** It did not, and was told why the panel is told all the same. */
export const ON_BASIS = {
  noAgreement: {
    basis: { enum: 'PUBLIC_TASK' },
    because: 'The council has to find who can help before this becomes worse.',
    explainedOn: dateFromNow(-2),
  },
};

const MEETING =
  'id kind state revision invited { id } topics agendaSentAt agenda { panelCase reference at referringAgency { id } } statementVersion attendance { practitioner { id } agency { id } visitor organisation statementVersion } note';
const CASE =
  'id reference state revision referringAgency { id } meeting basis because explainedOn notExplainedBecause agreedOn feedbackDueAt feedbackOn feedbackWay';

/** The consultation panel and meetings of professionals, in one file of scenarios. */
export class Panel {
  readonly #scene: Scene;

  readonly #purpose: Purpose;

  /** What is asked and done is for coordinating support, or for what else an office works for. */
  constructor(scene: Scene, purpose: Purpose = 'COORDINATE_SUPPORT') {
    this.#scene = scene;
    this.#purpose = purpose;
  }

  /** Nothing of an earlier scenario is left: one case of an episode is with the panel at a time. */
  async clear(): Promise<void> {
    await this.#scene.database().owner.script(`
      DELETE FROM partners.panel_case; DELETE FROM partners.meeting_attendance; DELETE FROM partners.meeting_invitation;
      DELETE FROM partners.agency_meeting; DELETE FROM access.proceeding WHERE kind = 'PANEL' AND episode_id = '${okafor.id}';
      DELETE FROM access.access_grant WHERE role = 'PANEL_MEMBER' AND episode_id = '${okafor.id}';
      DELETE FROM episodes.case_note WHERE kind = 'PANEL' AND episode_id = '${okafor.id}';`);
  }

  /** What came of a command: what was changed, or the refusal. */
  tries(who: Asking, command: string, given: Given): Promise<Answered> {
    const isOfCase = command.includes('Panel');
    const shows = isOfCase
      ? '... on PanelCaseChanged { panelCase state revision }'
      : '... on AgencyMeetingChanged { meeting state revision }';
    return commands(this.#scene.gate(), who, command, given, {
      shows,
      purpose: this.#purpose,
    });
  }

  async does(who: Asking, command: string, given: Given): Promise<Answered> {
    return carriedOut(await this.tries(who, command, given));
  }

  async isRefused(code: string, who: Asking, command: string, given: Given): Promise<Answered> {
    const answer = await this.tries(who, command, given);
    expect([command, answer.code ?? answer.turnedAway?.code]).toEqual([command, code]);
    return answer;
  }

  planning(over: Given = {}): Given {
    return {
      kind: { enum: 'PANEL' },
      heldAt: HELD_AT,
      chair: paloma.id,
      invited: [hester.id, paloma.id],
      topics: [],
      reason: 'As each month.',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    };
  }

  async plans(over: Given = {}): Promise<string> {
    return (await this.does(hester, 'planAgencyMeeting', this.planning(over))).meeting;
  }

  referring(over: Given = AGREED): Given {
    return {
      episode: okafor.id,
      reason: 'Who should lead is not clear.',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    };
  }

  async refers(over: Given = AGREED): Promise<string> {
    return (await this.does(tom, 'referToPanel', this.referring(over))).panelCase;
  }

  async listing(
    panelCase: string,
    meeting: string,
    members: readonly string[] = [paloma.id],
  ): Promise<Given> {
    const { revision } = await this.caseNow(panelCase);
    const at = HELD_AT;
    const reason = 'For this month.';
    return { panelCase, expectedRevision: revision, meeting, at, members, reason };
  }

  /** A case on the agenda of a panel, whose members read it from then on. */
  async listed(over: Given = AGREED): Promise<{ panelCase: string; meeting: string }> {
    const meeting = await this.plans();
    const panelCase = await this.refers(over);
    await this.does(hester, 'listPanelCase', await this.listing(panelCase, meeting));
    return { panelCase, meeting };
  }

  async step(panelCase: string, more: Given = { reason: 'As agreed.' }): Promise<Given> {
    return { panelCase, expectedRevision: (await this.caseNow(panelCase)).revision, ...more };
  }

  async meetingStep(meeting: string, more: Given = { reason: 'It is time.' }): Promise<Given> {
    return { meeting, expectedRevision: (await this.meetingNow(meeting)).revision, ...more };
  }

  opening(over: Given = {}): Given {
    return {
      statementVersion: '2024-10',
      statementRead: true,
      present: [hester.id, paloma.id],
      visitors: [],
      ...over,
    };
  }

  async opens(meeting: string, over: Given = {}): Promise<void> {
    await this.does(hester, 'sendAgenda', await this.meetingStep(meeting));
    const opening = await this.meetingStep(meeting, this.opening(over));
    await this.does(paloma, 'openAgencyMeeting', opening);
  }

  async presented(over: Given = AGREED): Promise<{ panelCase: string; meeting: string }> {
    const listed = await this.listed(over);
    await this.opens(listed.meeting);
    await this.does(paloma, 'presentPanelCase', await this.step(listed.panelCase));
    return listed;
  }

  /** A note of the panel on the record, by whoever leads. */
  async notes(who: Asking = tom, kind = 'PANEL'): Promise<string> {
    const answer = await commands(
      this.#scene.gate(),
      who,
      'recordCaseNote',
      {
        episode: okafor.id,
        note: {
          kind: { enum: kind },
          subject: 'What the panel said',
          text: 'One school leads; the others join the first meeting.',
        },
        nature: { enum: 'FACT' },
        concerns: [ngozi.id],
        idempotencyKey: crypto.randomUUID(),
      },
      {
        shows: '... on CaseNoteChanged { note { id recordedByAgency { id } } }',
        purpose: 'COORDINATE_SUPPORT',
      },
    );
    return carriedOut(answer).note.id;
  }

  /** A case of which is on the record what was said. */
  async presentedAndNoted(): Promise<string> {
    const { panelCase } = await this.presented();
    const notes = [await this.notes()];
    await this.does(hester, 'recordPanelActions', await this.step(panelCase, { notes }));
    return panelCase;
  }

  /** A case whose family is to be told. */
  async feedbackDue(): Promise<string> {
    const panelCase = await this.presentedAndNoted();
    await this.does(hester, 'askForPanelFeedback', await this.step(panelCase));
    return panelCase;
  }

  /** The episode closes, which ends the work of its team, and is as it was before when that was looked at. */
  async whileClosed(work: () => Promise<void>): Promise<void> {
    const { owner } = this.#scene.database();
    const [{ status } = { status: '' }] = await owner.run<{ status: string }>({
      text: 'SELECT status FROM episodes.episode WHERE id = $1',
      values: [okafor.id],
    });
    // At the moment of the gate, as by a command.
    const becomes = (text: string): Promise<unknown> =>
      owner.run({
        text: `UPDATE episodes.episode SET status = $2 WHERE id = $1 AND set_config('postern.now', $3, true) <> ''`,
        values: [okafor.id, text, this.#scene.clock.now().toISOString()],
      });
    await becomes('CLOSED');
    try {
      await work();
    } finally {
      await becomes(status);
      await owner.run({
        text: `UPDATE access.access_grant SET revoked_at = NULL, revoked_cause = NULL WHERE episode_id = $1 AND revoked_cause = 'EPISODE_CLOSED' AND role <> 'PANEL_MEMBER'`,
        values: [okafor.id],
      });
    }
  }

  async meetingNow(meeting: string, who: Asking = hester): Promise<Answered> {
    return (await this.meetings(who)).find(({ id }) => id === meeting);
  }

  async caseNow(panelCase: string, who: Asking = hester): Promise<Answered> {
    return (await this.cases(who)).find(({ id }) => id === panelCase);
  }

  meetings(who: Asking): Promise<readonly Answered[]> {
    return this.#asks(who, 'agencyMeetings', MEETING);
  }

  cases(who: Asking): Promise<readonly Answered[]> {
    return this.#asks(who, 'panelCases', CASE);
  }

  async #asks(who: Asking, question: string, fields: string): Promise<readonly Answered[]> {
    const { body, text } = await this.#scene
      .gate()
      .ask(who, `{ ${question} { ${fields} } }`, { purpose: this.#purpose });
    expect(body.errors, text).toBeUndefined();
    return body.data[question];
  }
}
