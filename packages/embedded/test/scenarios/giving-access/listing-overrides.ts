import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import type { Overridden } from '../vocabulary/override.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import { relates } from '../vocabulary/relationship.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { callum, kwame, dorothea } = cast.practitioners;
const { okafor } = cast.families;
const { ada } = okafor.persons;
const MORE_THAN_LISTED = 210;
const PURPOSES = { overrides: 'ADMINISTRATION', myOverrides: 'SAFEGUARDING' } as const;

interface Listed {
  readonly override: string;
  readonly state: string;
  readonly times: number;
}

/** What of many overrides is listed, and in which order. */
export function listingOverrides(scene: Scene): void {
  const owner = () => scene.database().owner;
  const mayTry = (times: number) =>
    owner().run({
      text: `UPDATE access.figure SET value = $1 WHERE name = 'OVERRIDES_A_DAY'`,
      values: [times],
    });
  const takes = async (who: typeof callum, more = {}): Promise<Overridden> =>
    protector(scene.gate(), who).does<Overridden>(
      'overrideForSafeguarding',
      overrideOf([{ ...(await known(owner(), ada)), ...more }], who),
      OVERRIDE_CHANGED,
    );
  const listed = async (
    who: typeof callum,
    list: 'overrides' | 'myOverrides',
  ): Promise<readonly Listed[]> => {
    const { body, text } = await new Doer(scene.gate(), who, PURPOSES[list]).asks(
      `{ ${list} { override state times } }`,
    );
    expect(body.errors, text).toBeUndefined();
    return body.data[list];
  };
  /** The same attempt again and again, so many minutes after one another. */
  const repeated = (override: string, minutes: number) =>
    owner().run({
      text: `INSERT INTO partners.safeguarding_override SELECT (jsonb_populate_record(o, jsonb_build_object(
          'id', gen_random_uuid(), 'at', o.at + n * make_interval(mins => $2)))).*
        FROM partners.safeguarding_override o, generate_series(1, ${MORE_THAN_LISTED}) n WHERE id = $1`,
      values: [override, minutes],
    });

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'what opened something and was not looked at comes first, then what was, then what found nobody; attempts beyond the limit are counted by account and day, so that none of them hides another',
    },
    async () => {
      await owner().script('DELETE FROM partners.safeguarding_override');
      const used = await takes(callum);
      const upheld = await takes(kwame);
      await new Doer(scene.gate(), dorothea, 'ADMINISTRATION').does(
        'reviewOverride',
        { override: upheld.override, expectedRevision: 1, outcome: 'UPHELD', reason: 'Danger.' },
        OVERRIDE_CHANGED,
      );
      await mayTry(1);
      const limited = await takes(callum);
      expect(limited.state).toBe('LIMITED');
      await repeated(limited.override, 2);
      for (const list of [await listed(dorothea, 'overrides'), await listed(callum, 'myOverrides')])
        expect(list.map(({ state, times }) => [state, times])).toEqual([
          ['USED', 1],
          ...(list.length === 3 ? [['UPHELD', 1]] : []),
          ['LIMITED', MORE_THAN_LISTED + 1],
        ]);
      await mayTry(5);
      const missed = await takes(kwame, { givenName: 'Nobody' });
      expect(missed.state).toBe('NO_MATCH');
      await repeated(missed.override, 20);
      const all = await listed(dorothea, 'overrides');
      expect(all).toHaveLength(100);
      expect(all.slice(0, 2).map(({ override }) => override)).toEqual([
        used.override,
        upheld.override,
      ]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'attempts of different accounts, or of different days in London, are not counted as one, and to whoever has a relationship with the family none counts',
    },
    async () => {
      await owner().script('DELETE FROM partners.safeguarding_override');
      await mayTry(0);
      // Half past midnight in London, and of the day before by UTC.
      for (const at of ['2026-06-17T22:30:00Z', '2026-06-17T23:30:00Z']) {
        scene.clock.set(new Date(at));
        for (const who of [callum, callum, kwame]) await takes(who);
      }
      const counted = (await listed(dorothea, 'overrides')).map(({ times }) => times);
      expect([...counted].sort()).toEqual([1, 1, 2, 2]);
      await relates(scene, dorothea, okafor);
      expect(await listed(dorothea, 'overrides')).toEqual([]);
    },
  );
}
