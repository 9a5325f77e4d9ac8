import type { PracticeTimer } from './store/practice.ts';

const SUPPORTED = "episode.status IN ('OPEN', 'OPEN_TAF')";
const ASSESSED = `(SELECT max(made.completed_on) FROM episodes.assessment made
  WHERE made.episode_id = episode.id AND made.completed_on <= $1::date)`;
const REVIEWED = `(SELECT max(met.held_on) FROM episodes.taf_meeting met
  WHERE met.episode_id = episode.id AND met.held_on <= $1::date)`;
const PLANNED = `EXISTS (SELECT FROM episodes.plan agreed WHERE agreed.episode_id = episode.id AND agreed.agreed_on <= $1::date)`;

/**
 * What practice asks of an episode, from its opening, its assessment or its last review on. An episode is dated from the day
 * on which it came in, and from its opening once it was opened.
 */
export const PRACTICE_TIMERS: readonly PracticeTimer[] = [
  {
    name: 'SCREENING_DUE',
    clause: 'SHR-3.5.6c',
    step: 'SCREENING',
    figure: 'PRACTICE_SCREENING',
    from: 'episode.opened_on',
    lacking: "episode.status IN ('CONTACT', 'SCREENING')",
  },
  {
    name: 'ASSESSMENT_DUE',
    clause: 'SHR-3.4.1',
    step: 'ASSESSMENT',
    figure: 'PRACTICE_ASSESSMENT',
    from: 'episode.opened_on',
    lacking: `${SUPPORTED} AND ${ASSESSED} IS NULL`,
  },
  {
    name: 'ASSESSMENT_OVERDUE',
    clause: 'SHR-3.4.1',
    step: 'ASSESSMENT',
    figure: 'PRACTICE_ASSESSMENT_LATEST',
    from: 'episode.opened_on',
    lacking: `${SUPPORTED} AND ${ASSESSED} IS NULL`,
    comesToHost: true,
  },
  {
    name: 'PLAN_DUE',
    clause: 'SHR-3.4.1',
    step: 'PLAN',
    figure: 'PRACTICE_PLAN',
    from: 'episode.opened_on',
    lacking: `${SUPPORTED} AND NOT ${PLANNED}`,
  },
  {
    name: 'FIRST_REVIEW_DUE',
    clause: 'SHR-3.4.5',
    step: 'FIRST_REVIEW',
    figure: 'PRACTICE_FIRST_REVIEW',
    from: ASSESSED,
    lacking: `${SUPPORTED} AND ${REVIEWED} IS NULL`,
  },
  {
    name: 'LATER_REVIEW_DUE',
    clause: 'SHR-3.4.5',
    step: 'LATER_REVIEW',
    figure: 'PRACTICE_LATER_REVIEW',
    from: REVIEWED,
    lacking: SUPPORTED,
  },
  {
    name: 'REASSESSMENT_DUE',
    clause: 'SHR-3.4.1',
    step: 'REASSESSMENT',
    figure: 'PRACTICE_REASSESSMENT',
    from: ASSESSED,
    lacking: SUPPORTED,
  },
];
