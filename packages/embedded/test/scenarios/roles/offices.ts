import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { expect } from 'vitest';
import { daysFromNow } from '../vocabulary/county-words.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { caspar, dorothea, adaline, grace, rufus, tom, noel, ottilie, bea } = cast.practitioners;
const { fernhollow, hartsedge, oakapple, lantern, stonebeck } = cast.agencies;
const { okafor, thistle } = cast.families;

const STAFF = '{ practitioners(first: 100) { edges { node { id agency { id } } } } }';
const REGISTER = '{ agencies { id name state } }';
const GRANTS =
  '{ accessGrants(first: 100) { edges { node { id practitioner { id } grantedBy { id } } } } }';

type Edges = readonly { readonly node: { readonly id: string } }[];

/** Offices: who works where, who joined and left, who gave access. */
export function officeScenarios({ given, reader, clock }: Scene): void {
  scenario(
    {
      clause: 'SHR-8.4.2e',
      outcome: 'granted',
      that: 'an agency’s contact officer sees who of its staff has an account, and while they stay they read',
    },
    async () => {
      const { body } = await reader(caspar).for('ADMINISTRATION').asks(STAFF);
      const ids = (body.data.practitioners.edges as Edges).map(({ node }) => node.id);
      expect(ids).toEqual(expect.arrayContaining([caspar.id, grace.id, rufus.id]));
      for (const { node } of body.data.practitioners.edges)
        expect(node.agency).toEqual({ id: fernhollow.id });
      await reader(grace).reads(okafor.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2e',
      outcome: 'denied',
      that: 'a leaver’s permissions are gone once notified, and a contact officer sees no other agency’s staff',
    },
    async () => {
      await given.changed('access.account', { id: grace.id }, { state: 'LEFT' });
      await reader(grace).isRefused('ACCOUNT_NOT_ACTIVE');
      const { text } = await reader(caspar).for('ADMINISTRATION').asks(STAFF);
      expect(text).not.toContain(tom.id);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2f',
      outcome: 'granted',
      that: 'that an agency has left is there for every partner to read in the register',
    },
    async () => {
      for (const who of [grace, tom, bea]) {
        const { body } = await reader(who).asks(REGISTER);
        const { id, name } = stonebeck;
        expect(body.data.agencies).toContainEqual({ id, name, state: 'WITHDRAWN' });
      }
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2f',
      outcome: 'denied',
      that: 'an agency that wanted out has no authorisation left: none of its workers is served',
    },
    async () => {
      await given.changed(
        'access.agency_signature',
        { agency_id: lantern.id },
        { ends_at: daysFromNow(0) },
      );
      for (const who of [ottilie, cast.practitioners.greer, cast.practitioners.zara])
        await reader(who).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'SHR-13',
      outcome: 'granted',
      that: 'an agency that gave notice reads on until the month is over',
    },
    async () => {
      await given.changed(
        'access.agency_signature',
        { agency_id: hartsedge.id },
        { ends_at: '2026-07-17T10:00:00Z' },
      );
      clock.set(new Date('2026-07-17T09:59:59Z'));
      await reader(noel).reads(thistle.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-13',
      outcome: 'denied',
      that: 'with the month its part in the partnership ends by itself',
    },
    async () => {
      await given.changed(
        'access.agency_signature',
        { agency_id: hartsedge.id },
        { ends_at: '2026-07-17T10:00:00Z' },
      );
      clock.set(new Date('2026-07-17T10:00:00Z'));
      await reader(noel).isRefused('AGENCY_NOT_IN_FORCE');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'granted',
      that: 'the data protection officer, who gives no access, reads every grant with who gave it to whom',
    },
    async () => {
      const grant = okafor.episodes.current.grants.grace;
      await given.changed(
        'access.access_grant',
        { id: grant },
        { starts_at: daysFromNow(0), granted_by: grace.id },
      );
      const { body } = await reader(dorothea).for('ADMINISTRATION').asks(GRANTS);
      expect(body.errors).toBeUndefined();
      expect(body.data.accessGrants.edges).toContainEqual({
        node: { id: grant, practitioner: { id: grace.id }, grantedBy: { id: grace.id } },
      });
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7i',
      outcome: 'denied',
      that: 'whoever works on records lists no grants but their own, and the officer reads no record of a family',
    },
    async () => {
      const { body } = await reader(grace).asks(GRANTS);
      const edges = body.data.accessGrants.edges as Edges;
      expect(edges.length).toBeGreaterThan(0);
      for (const { node } of edges) expect(node).toMatchObject({ practitioner: { id: grace.id } });
      await reader(dorothea).for('ADMINISTRATION').findsNothingOf(okafor.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-2.3d',
      outcome: 'granted',
      that: 'whoever signs in reads the register of the organisations that signed, whatever the role',
    },
    async () => {
      for (const [who, purpose] of [
        [grace, 'UNDERSTAND_NEEDS'],
        [adaline, 'ADMINISTRATION'],
        [cast.familyAccounts.ngozi, 'RIGHTS'],
      ] as const) {
        const { body } = await reader(who).for(purpose).asks(REGISTER);
        expect(body.data.agencies).toContainEqual(
          expect.objectContaining({ id: fernhollow.id, name: fernhollow.name }),
        );
      }
    },
  );

  scenario(
    {
      clause: 'SHR-2.3d',
      outcome: 'denied',
      that: 'an organisation that was invited and signed nothing does not stand there',
    },
    async () => {
      const { body } = await reader(grace).asks(REGISTER);
      expect(body.data.agencies).not.toContainEqual(expect.objectContaining({ id: oakapple.id }));
    },
  );
}
