import { confidentialityStatement as statementOn } from '@postern/agreements';
import { civilDay, FAMILY_ROLES } from '@postern/policy';
import type { Answer, Question } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../role-holding/offices.ts';
import { HUB } from './guards/coordinates.ts';
import type { AgendaItem, Attended, ListedMeeting } from './store/listed.ts';
import { agendasOf, attendanceAt, meetingsFor } from './store/listed.ts';

const none = z.strictObject({});

/** Meetings of agencies, each as far as it is for whoever asks; to families there are none (SHR-3.4.8b). */
const agencyMeetings: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.7.6b',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: async ({ statements, principal, now, tells }) => {
    const { accountId: account, roles } = principal;
    if (roles.every((role) => FAMILY_ROLES.includes(role))) return [];
    const listing = {
      account,
      isHub: roles.includes(HUB),
      isHost: roles.some((role) => HOST.some((office) => office === role)),
      now,
    };
    const meetings = await meetingsFor(statements, listing);
    const shown = meetings.filter(({ leads, agendaSentAt }) => leads || agendaSentAt !== null);
    const agenda = await agendasOf(
      statements,
      shown.map(({ id }) => id),
      listing,
    );
    const minuted = meetings.filter(({ readsMinutes }) => readsMinutes);
    const attendance = await attendanceAt(
      statements,
      minuted.map(({ id }) => id),
    );
    tells(
      'AgencyMeeting',
      meetings.map(({ id }) => id),
    );
    tells(
      'Episode',
      agenda.map(({ episode }) => episode),
    );
    return meetings.map((meeting) => answerOf(meeting, { agenda, attendance }));
  },
};

interface Papers {
  readonly agenda: readonly AgendaItem[];
  readonly attendance: readonly Attended[];
}

function answerOf(meeting: ListedMeeting, { agenda, attendance }: Papers): Answer {
  const { id, kind, state, revision, heldAt, invited, topics, agendaSentAt } = meeting;
  return {
    id,
    kind,
    state,
    revision,
    heldAt,
    chair: meeting.chairId,
    coordinatedBy: meeting.coordinatedBy,
    invited,
    topics,
    agendaSentAt,
    agenda: agenda
      .filter((item) => item.meeting === id)
      .map(({ meeting: _, episode: __, ...item }) => item),
    statementVersion: meeting.statementVersion,
    statementReadAt: meeting.statementReadAt,
    attendance: attendance
      .filter((there) => there.meeting === id)
      .map(({ meeting: _, ...there }) => there),
    note: meeting.readsMinutes ? meeting.note : null,
  };
}

/** What is read out at the start of a meeting today. */
const confidentialityStatement: Question<z.infer<typeof none>> = {
  clause: 'SHR-3.7.7',
  roles: 'ANY',
  purpose: 'ANY',
  input: none,
  answer: async ({ now }) => {
    const { version, text } = statementOn(civilDay(now));
    return { version, text };
  },
};

export const agencyMeetingQuestions: Readonly<Record<string, Question>> = {
  agencyMeetings,
  confidentialityStatement,
};
