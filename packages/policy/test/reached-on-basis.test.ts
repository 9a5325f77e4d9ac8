import { expect, test } from 'vitest';
import type { ProceedingFact } from '../src/index.ts';
import { holdsFor } from './asking.ts';
import { child, FAR_AHEAD, grantOnA, LONG_AGO } from './small-county.ts';

const panel: ProceedingFact = {
  id: 'proceeding',
  kind: 'PANEL',
  episodeId: 'episode-a',
  state: 'PRESENTED',
  basis: 'PUBLIC_TASK',
  openedAt: LONG_AGO,
  endsAt: FAR_AHEAD,
  closedAt: null,
};
const withheld = {
  episodeId: 'episode-a',
  personId: 'child',
  agencyId: null,
  startsAt: LONG_AGO,
  endsAt: null,
};

/** Whether somebody with a grant in a role reaches the child, who did not agree. */
function reaches(role: string, proceeding: object, agencyId: string | null = null): boolean {
  return holdsFor('grant.live', {
    role,
    row: child,
    facts: {
      proceeding: [{ ...panel, ...proceeding }],
      roleHolding: [{ accountId: 'teacher', role, startsAt: LONG_AGO, endsAt: null }],
      accessGrant: [{ ...grantOnA, role }],
      withheldPerson: [{ ...withheld, agencyId }],
    },
  });
}

test.each<[string, string, object, string | null, boolean]>([
  ['the panel on a recorded basis', 'PANEL_MEMBER', {}, null, true],
  ['the panel on the agreement', 'PANEL_MEMBER', { basis: null }, null, false],
  ['the panel when the case is closed', 'PANEL_MEMBER', { state: 'CLOSED' }, null, false],
  ['the panel of another case', 'PANEL_MEMBER', { episodeId: 'episode-b' }, null, false],
  ['the team beside the panel', 'TAF_MEMBER', {}, null, false],
  ['an agency that the person keeps out', 'PANEL_MEMBER', {}, 'school', false],
  ['an agency when the person keeps out another', 'PANEL_MEMBER', {}, 'clinic', true],
])(
  'somebody who did not agree is reached or not by %s',
  (_name, role, proceeding, agency, expected) => {
    expect(reaches(role, proceeding, agency)).toBe(expected);
  },
);
