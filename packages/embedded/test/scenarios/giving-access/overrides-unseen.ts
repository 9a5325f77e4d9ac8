import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { Doer } from '../../machines/doer.ts';
import { known, OVERRIDE_CHANGED, overrideOf, protector } from '../vocabulary/override.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { callum, dorothea, prue, tom } = cast.practitioners;
const { okafor } = cast.families;
const episode = okafor.episodes.current;

/** An override may be about somebody of the team: those who oversee access see it, and the team does not. */
export function overridesUnseen(scene: Scene): void {
  const { gate } = scene;
  const taken = () =>
    scene
      .database()
      .owner.script('DELETE FROM partners.safeguarding_override')
      .then(async () =>
        protector(gate(), callum).does<{ readonly grant: { readonly id: string } }>(
          'overrideForSafeguarding',
          overrideOf([await known(scene.database().owner, okafor.persons.ada)], callum),
          OVERRIDE_CHANGED,
        ),
      );
  const lapses = async (doer: Doer): Promise<readonly string[]> => {
    const { body, text } = await doer.asks(
      '{ foreseeableLapses(days: 7) { kind practitioner { id } } }',
    );
    expect(body.errors, text).toBeUndefined();
    return body.data.foreseeableLapses
      .filter(({ kind }: { kind: string }) => kind === 'GRANT')
      .map(({ practitioner }: { practitioner: { id: string } | null }) => practitioner?.id);
  };

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'whoever leads the episode learns of no override of it: not among its grants, and not among what ends soon',
    },
    async () => {
      const lead = new Doer(gate(), tom, 'COORDINATE_SUPPORT');
      const grants = `{ episode(reference: "${episode.reference}") { grants { id basis practitioner { id } } } }`;
      const before = (await lead.asks(grants)).body.data;
      expect(before.episode.grants.length).toBeGreaterThan(0);
      const lapsing = await lapses(lead);
      const { grant } = await taken();
      const { body, text } = await lead.asks(grants);
      expect(body.data).toEqual(before);
      expect(text).not.toContain(grant.id);
      expect(await lapses(lead)).toEqual(lapsing);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the host and the officer, who oversee access, see who took it and when it ends, and whoever took it sees their own',
    },
    async () => {
      const { grant } = await taken();
      const seen = expect.objectContaining({ node: { id: grant.id, basis: 'OVERRIDE' } });
      for (const who of [prue, dorothea]) {
        const { body } = await new Doer(gate(), who, 'ADMINISTRATION').asks(
          '{ accessGrants(first: 20) { edges { node { id basis } } } }',
        );
        expect(body.data.accessGrants.edges).toContainEqual(seen);
      }
      expect(await lapses(new Doer(gate(), prue, 'ADMINISTRATION'))).toContain(callum.id);
      const { body } = await protector(gate(), callum).asks('{ me { grants { id basis } } }');
      expect(body.data.me.grants).toContainEqual({ id: grant.id, basis: 'OVERRIDE' });
    },
  );
}
