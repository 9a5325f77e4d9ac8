import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { carriedOut } from '../../machines/commands.ts';
import { credentialStep, expectRefused, madeKey, tool } from '../../tools/tool.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { adaline, ines, grace } = cast.practitioners;
const BOARD = "odata/v4/Episodes?$filter=grain eq 'QUARTER' and isTotal&$orderby=periodStart desc";

/** Tools that a board’s numbers go by: on whose behalf, and until when. */
export function reportingToolScenarios({ given, gate }: Scene): void {
  const by = (key: string, path = BOARD) => tool(gate(), path, { key, by: 'BASIC' });

  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'granted',
      that: 'a dashboard reads the board’s protected counts by OData and as a file, with a key that an analyst answers for',
    },
    async () => {
      const { key } = await madeKey(gate());
      const { json, status } = await by(key);
      expect(status).toBe(200);
      expect(json.value.length).toBeGreaterThan(5);
      for (const { kind, value, symbol } of json.value) {
        expect((value === null) !== (symbol === null)).toBe(true);
        if (kind === 'COUNT' && value !== null) expect(value % 5).toBe(0);
      }
      const { text } = await by(key, 'csv/Episodes.csv?$top=1');
      expect(text).toMatch(/^cellKey,measure,/);
    },
  );

  scenario(
    {
      clause: 'SHR-3.9.2',
      outcome: 'denied',
      that: 'no dashboard gets them by a practitioner’s sign-in, nor by a key for another purpose or of somebody who is no analyst any more',
    },
    async () => {
      expectRefused(await tool(gate(), BOARD, { as: grace }), 403, 'CONTRACT_NOT_PERMITTED');
      const other = await madeKey(gate(), { purpose: 'TRACK_OUTCOMES' });
      expectRefused(await by(other.key), 403, 'PURPOSE_NOT_PERMITTED');
      const { key } = await madeKey(gate());
      expect((await by(key)).status).toBe(200);
      await given.changed(
        'access.role_holding',
        { account_id: ines.id, role: 'ANALYST' },
        { ends_at: '2026-06-16T00:00:00Z' },
      );
      expectRefused(await by(key), 403, 'ROLE_MISSING');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7f',
      outcome: 'denied',
      that: 'a key that somebody else may have is ended by an office and opens nothing from that moment, as do all keys of an account disabled on suspected compromise',
    },
    async () => {
      const [found, other] = [await madeKey(gate()), await madeKey(gate())];
      const reason = 'It lay in an open folder.';
      const step = { credential: found.credential, expectedRevision: 1, reason };
      const withdraws = 'withdrawReportingCredential';
      carriedOut(await credentialStep(gate(), withdraws, step, adaline));
      expectRefused(await by(found.key), 401, 'KEY_INVALID');
      expect((await by(other.key)).status).toBe(200);
      await given.changed('access.account', { id: ines.id }, { state: 'DISABLED_COMPROMISE' });
      expectRefused(await by(other.key), 403, 'ACCOUNT_NOT_ACTIVE');
    },
  );
}
