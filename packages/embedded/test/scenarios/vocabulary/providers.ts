import type { Asking } from '../../county-fixture.ts';
import type { Answered } from '../../machines/commands.ts';
import { commands } from '../../machines/commands.ts';
import type { Scene } from './scene.ts';

const SHOWS = {
  shows: '... on AgencyProviderChanged { link provider agency state revision }',
};
const LISTED = `{ signInProviders { provider address agencies { link state revision agency { id } proposedBy { id } } } }`;

/** Which provider speaks for which agency, in one county. */
export class Providers {
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  proposes(who: Asking, agency: string, provider = 'development'): Promise<Answered> {
    const given = { agency, provider, reason: 'its own', idempotencyKey: crypto.randomUUID() };
    return commands(this.#scene.gate(), who, 'proposeAgencyProvider', given, SHOWS);
  }

  confirms(who: Asking, link: string, expectedRevision: number): Promise<Answered> {
    const given = { link, expectedRevision, reason: 'asked the agency' };
    return commands(this.#scene.gate(), who, 'confirmAgencyProvider', given, SHOWS);
  }

  ends(
    who: Asking,
    { link, revision }: { readonly link: string; readonly revision: number },
    given: { readonly evenIfLast?: boolean } = {},
  ): Promise<Answered> {
    const step = { link, expectedRevision: revision, reason: 'taken over', ...given };
    return commands(this.#scene.gate(), who, 'endAgencyProvider', step, SHOWS);
  }

  asks(who: Asking): Promise<Answered> {
    return this.#scene.gate().ask(who, LISTED, { purpose: 'ADMINISTRATION' });
  }

  /** How a provider stands with an agency; by default the one that everybody of the county signs in with. */
  async between(agency: string, provider = 'development'): Promise<Answered> {
    const [row] = await this.#scene.database().owner.run({
      text: 'SELECT id AS link, state, revision FROM access.issuer_agency WHERE agency_id::text = $1 AND issuer_id = $2',
      values: [agency, provider],
    });
    return row ?? { link: null, state: null, revision: 0 };
  }

  /** Another provider that the operator registered; nobody signs in with it yet. */
  async registered(provider: string): Promise<void> {
    await this.#scene.given.added('access.issuer', {
      id: provider,
      url: `https://${provider}.example`,
      profile: 'RFC9068',
      audience: 'https://postern.example/api',
      jwks_uri: `https://${provider}.example/jwks`,
      algorithms: '{ES256}',
    });
  }

  /** As if nobody had ever said who speaks for an agency. */
  async unknownFor(agency: string): Promise<void> {
    await this.#scene.database().owner.run({
      text: 'DELETE FROM access.issuer_agency WHERE agency_id = $1',
      values: [agency],
    });
  }
}
