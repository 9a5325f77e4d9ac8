import type { Days, Moment } from './moment.ts';
import type { CastPerson } from './person.ts';
import type { Row } from './row.ts';
import { row } from './row.ts';
import type { RecordScene, Written } from './written.ts';
import { writtenColumns } from './written.ts';

/** One of the six areas of an assessment. */
export interface CastSection extends Written {
  readonly area: string;
  readonly summary: string | null;
  readonly strengths: string | null;
}

/** A need under one of the ten headline outcomes. */
export interface CastNeed extends Written {
  readonly outcome: string;
  readonly description: string | null;
  readonly met?: Days;
}

/** A line of the plan. */
export interface CastAction extends Written {
  readonly goal: string | null;
  readonly responsible: string | null;
  readonly status: 'PLANNED' | 'IN_PROGRESS' | 'DONE' | 'STOPPED';
  readonly due?: Days;
  readonly measure?: string;
  readonly familyRating?: number;
}

/** A meeting of the team around the family. */
export interface CastMeeting extends Written {
  readonly held: Days;
  readonly attendees: readonly string[] | null;
  readonly minutes: string | null;
  readonly outcome: string | null;
}

/** What a team writes about a family: assessment, needs, plan, meetings. */
export interface CastCaseRecord {
  readonly reasons: string | null;
  readonly sections: readonly CastSection[];
  readonly needs: readonly CastNeed[];
  readonly objective: string | null;
  /** The persons that the plan concerns; every person of the episode when not given. */
  readonly planConcerns?: readonly CastPerson[];
  readonly actions: readonly CastAction[];
  readonly meetings: readonly CastMeeting[];
}

/** The rows of a case record. */
export function caseRecordRows(
  of: CastCaseRecord,
  scene: RecordScene,
  moment: Moment,
): readonly Row[] {
  const entry = (part: string, key: string, written: Written): Row['columns'] =>
    writtenColumns(part, key, written, scene, moment);
  const assessment = row('episodes.assessment', {
    ...entry('assessment', '0', {}),
    started_on: moment.date(scene.opened + 1),
    completed_on: of.reasons === null ? null : moment.date(scene.opened + 3),
    reasons: of.reasons,
  });
  const plan = row('episodes.plan', {
    ...entry('plan', '0', { concerns: of.planConcerns }),
    objective: of.objective,
    agreed_on: of.objective === null ? null : moment.date(scene.opened + 3),
  });
  return [
    assessment,
    ...of.sections.map((section) =>
      row('episodes.assessment_section', {
        ...entry('section', section.area, section),
        assessment_id: assessment.columns.id ?? null,
        area: section.area,
        summary: section.summary,
        strengths: section.strengths,
      }),
    ),
    ...of.needs.map((need) =>
      row('episodes.need', {
        ...entry('need', need.outcome, need),
        outcome: need.outcome,
        description: need.description,
        identified_on: moment.date(scene.opened + 3),
        met_on: need.met === undefined ? null : moment.date(need.met),
      }),
    ),
    plan,
    ...of.actions.map((action, position) =>
      row('episodes.plan_action', {
        ...entry('action', String(position), action),
        plan_id: plan.columns.id ?? null,
        goal: action.goal,
        responsible: action.responsible,
        due_on: action.due === undefined ? null : moment.date(action.due),
        measure: action.measure ?? null,
        status: action.status,
        family_rating: action.familyRating ?? null,
      }),
    ),
    ...of.meetings.map((meeting, position) =>
      row('episodes.activity', {
        ...entry('activity', String(position), { concerns: meeting.concerns }),
        kind: 'HOME_VISIT',
        subject: 'What was agreed at the meeting',
        occurs_at: moment.instant(meeting.held + 5),
        attendance: 'ATTENDED',
        notes: null,
      }),
    ),
    ...of.meetings.map((meeting, position) =>
      row('episodes.taf_meeting', {
        ...entry('meeting', String(position), meeting),
        held_on: moment.date(meeting.held),
        attendees: meeting.attendees,
        minutes: meeting.minutes,
        outcome: meeting.outcome,
        recorded_at: moment.instant(meeting.held + 0.1),
      }),
    ),
  ];
}
