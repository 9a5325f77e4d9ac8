import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import type { Overridden } from '../vocabulary/override.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { callum, dorothea, kwame } = cast.practitioners;
const { okafor, lindqvist } = cast.families;

/** An override after one that was not right: never barred, and told in words of its own. */
export function overridingAgain(scene: Scene): void {
  const { gate, reader } = scene;
  const owner = () => scene.database().owner;
  const takes = async (who: typeof callum, person: { readonly id: string }): Promise<Overridden> =>
    protector(gate(), who).does<Overridden>(
      'overrideForSafeguarding',
      overrideOf([await known(owner(), person)], who),
      OVERRIDE_CHANGED,
    );
  const officer = () => new Doer(gate(), dorothea, 'ADMINISTRATION');
  const isFound = async (outcome: string, { override }: Overridden): Promise<void> => {
    const found = { override, expectedRevision: 1, outcome, reason: 'As was found.' };
    await officer().does('reviewOverride', found, OVERRIDE_CHANGED);
  };
  const fresh = () =>
    owner().script(`DELETE FROM partners.safeguarding_override;
      DELETE FROM scheduler.notice WHERE kind LIKE 'OVERRIDE_USED%'`);
  const told = async (): Promise<readonly string[]> => {
    const rows = await owner().run<{ kind: string }>({
      text: `SELECT kind FROM scheduler.notice WHERE kind LIKE 'OVERRIDE_USED%' AND to_account = $1 ORDER BY kind`,
      values: [dorothea.id],
    });
    return rows.map(({ kind }) => kind);
  };
  const listed = async (): Promise<ReadonlyMap<string, boolean>> => {
    const { body } = await officer().asks('{ overrides { override again } }');
    return new Map(
      body.data.overrides.map((one: { override: string; again: boolean }) => [
        one.override,
        one.again,
      ]),
    );
  };

  scenario(
    {
      clause: 'STA-1.1',
      outcome: 'granted',
      that: 'whose override was not right still protects a child of the same family at once; officers are told at once that it is again, and see it where they look',
    },
    async () => {
      await fresh();
      const first = await takes(callum, okafor.persons.ada);
      await isFound('NOT_UPHELD', first);
      const second = await takes(callum, okafor.persons.ada);
      expect(second.state).toBe('USED');
      await reader(callum).for('SAFEGUARDING').asksOf(okafor.episodes.current, 'status');
      expect(await told()).toEqual(['OVERRIDE_USED', 'OVERRIDE_USED_AGAIN']);
      expect(await listed()).toEqual(
        new Map([
          [second.override, true],
          [first.override, false],
        ]),
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'it is not told as again where the first was right or is not looked at, nor of another family, nor of somebody else; and what was not upheld is not brought back by it',
    },
    async () => {
      await fresh();
      await isFound('UPHELD', await takes(callum, okafor.persons.ada));
      await takes(callum, okafor.persons.ada);
      await takes(callum, okafor.persons.ada);
      const wrong = await takes(callum, lindqvist.persons.signe);
      await isFound('NOT_UPHELD', wrong);
      await takes(callum, okafor.persons.ada);
      await takes(kwame, lindqvist.persons.signe);
      expect(new Set(await told())).toEqual(new Set(['OVERRIDE_USED']));
      expect([...(await listed()).values()]).not.toContain(true);
      const [grant] = await owner().run({
        text: 'SELECT revoked_cause AS cause FROM access.access_grant WHERE id = $1',
        values: [wrong.grant?.id],
      });
      expect(grant).toEqual({ cause: 'NOT_UPHELD' });
    },
  );
}
