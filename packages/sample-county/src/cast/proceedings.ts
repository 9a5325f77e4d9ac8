import { hallam, inskip, jellicoe } from './families/audited.ts';
import { gresham } from './families/gresham.ts';
import { mundy } from './families/mundy.ts';
import { faraday, gorringe } from './families/panel-cases.ts';
import { kestrel, larkin } from './families/reviewed.ts';
import { nettlefold, ormerod } from './families/rights-and-breach.ts';
import type { CastProceeding } from './model/proceeding.ts';
import { recordId } from './model/written.ts';

const { steppedUp } = mundy.episodes;

/** Proceedings in which somebody outside the team reads, and those in which nobody does any more. */
export const proceedings = {
  faradayPanel: {
    kind: 'PANEL',
    episode: faraday.episodes.current,
    state: 'PRESENTED',
    opened: -15,
  },
  gorringePanel: {
    kind: 'PANEL',
    episode: gorringe.episodes.current,
    state: 'CLOSED',
    opened: -60,
    closed: -25,
  },
  hallamAudit: {
    kind: 'AUDIT',
    episode: hallam.episodes.current,
    state: 'OPEN',
    opened: -14,
    ends: 30,
  },
  inskipAudit: {
    kind: 'AUDIT',
    episode: inskip.episodes.current,
    state: 'COMPLETE',
    opened: -14,
    ends: 30,
    closed: -2,
  },
  jellicoeAudit: {
    kind: 'AUDIT',
    episode: jellicoe.episodes.current,
    state: 'OPEN',
    opened: -60,
    ends: -1,
  },
  kestrelReview: {
    kind: 'REVIEW',
    episode: kestrel.episodes.current,
    state: 'STAGE_REVIEW',
    opened: -18,
    ends: 50,
  },
  larkinReview: {
    kind: 'REVIEW',
    episode: larkin.episodes.current,
    state: 'STAGE_SCOPING',
    opened: -18,
    ends: 50,
  },
  greshamReview: {
    kind: 'REVIEW',
    episode: gresham.episodes.current,
    state: 'STAGE_REVIEW',
    opened: -10,
    ends: 50,
  },
  mundyTransfer: {
    kind: 'TRANSFER',
    episode: steppedUp,
    state: 'SENT',
    opened: -6,
    grant: steppedUp.grants.solveig,
    items: [
      recordId(steppedUp.id, 'section', 'SAFE_RELATIONSHIPS'),
      recordId(steppedUp.id, 'need', 'FAMILY_RELATIONSHIPS'),
      recordId(steppedUp.id, 'meeting', '0'),
      steppedUp.entries.concern,
      steppedUp.entries.childHealth,
      steppedUp.entries.voice,
    ],
  },
  mundyProposed: {
    kind: 'TRANSFER',
    episode: steppedUp,
    state: 'PROPOSED',
    opened: -2,
    items: [steppedUp.entries.parentHealth, recordId(steppedUp.id, 'plan', '0')],
  },
  nettlefoldRequest: {
    kind: 'RIGHTS_REQUEST',
    episode: nettlefold.episodes.current,
    state: 'ROUTED',
    opened: -11,
    ends: 19,
  },
  ormerodBreach: {
    kind: 'BREACH',
    episode: ormerod.episodes.current,
    state: 'CLOSED',
    opened: -11,
    ends: 19,
    closed: -4,
  },
} as const satisfies Record<string, CastProceeding>;
