import type { OwnFigure } from './own-figure.ts';

/** Of the panel and of meetings of agencies; no agreement has a figure. */
export const PANEL_FIGURES = {
  MEETING_AGENDA: {
    says: 'The agenda of a meeting goes out before it',
    because:
      'Long enough to read what the agenda leads to, short enough for a case that came late.',
    value: 5,
    unit: 'DAY',
    days: 'CALENDAR',
  },
  PANEL_ACCESS: {
    says: 'Access for the panel ends at the latest after a case was listed',
    because:
      'A meeting, what comes of it, and the family’s feedback; who needs longer joins the team.',
    value: 3,
    unit: 'MONTH',
    days: 'CALENDAR',
  },
  PANEL_FEEDBACK: {
    says: 'The family is told what the panel said',
    because: 'Two working weeks: a visit can be made, and the family still remembers being asked.',
    value: 10,
    unit: 'DAY',
    days: 'WORKING',
  },
} as const satisfies Readonly<Record<string, OwnFigure>>;
