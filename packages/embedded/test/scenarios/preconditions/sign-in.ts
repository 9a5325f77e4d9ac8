import { cast } from '@postern/sample-county';
import { scenario } from '@postern/testkit';
import { generateKeyPair, SignJWT } from 'jose';
import { expect } from 'vitest';
import { COUNTY_NOW } from '../../county-fixture.ts';
import { ISSUER_URL } from '../../signing.ts';
import type { Scene } from '../vocabulary/scene.ts';

const { grace, rufus, petra, niamh, esther, ines } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const okaforReferences = ['EH-000001'];

const LISTED = '{ episodes(first: 100) { edges { node { reference } } } }';
const REGISTER = '{ agencies { name state } }';
const COUNTS = '{ episodeCounts: indicator(id: EPISODES, by: [AGENCY_KIND]) { publishedThrough } }';

/** A token like grace's in every claim, signed by somebody else. */
async function forgedToken(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256');
  const issuedAt = Math.floor(COUNTY_NOW.getTime() / 1000);
  return new SignJWT({ client_id: 'postern-console', amr: ['pwd', 'otp'], auth_time: issuedAt })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test-key' })
    .setIssuer(ISSUER_URL)
    .setSubject(grace.subject)
    .setAudience('https://postern.example/api')
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 3600)
    .setJti('00000000-0000-4000-8000-000000000009')
    .sign(privateKey);
}

/** Accounts and sign-in: one person, one login, two factors, and a state that counts at once. */
export function signInScenarios({ given, reader, gate, database }: Scene): void {
  async function answerTo(headers: Readonly<Record<string, string>>): Promise<string> {
    const response = await fetch(`${gate().url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'purpose-of-use': 'UNDERSTAND_NEEDS',
        ...headers,
      },
      body: JSON.stringify({ query: LISTED }),
    });
    expect(response.status).toBe(401);
    return await response.text();
  }

  scenario(
    {
      clause: 'SHR-8.3.7a',
      outcome: 'granted',
      that: 'who signs in with a password and a one-time code reads the record',
    },
    async () => {
      await reader(grace).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7a',
      outcome: 'denied',
      that: 'who signs in with a password only is sent back for the second factor',
    },
    async () => {
      await reader(grace).withoutSecondFactor().isRefused('MULTI_FACTOR_REQUIRED');
    },
  );

  scenario(
    {
      clause: 'SHR-8.1a',
      outcome: 'granted',
      that: 'after a full sign-in everything is served: records, oneself, the register, counts',
    },
    async () => {
      await reader(grace).reads(okafor);
      for (const query of ['{ me { id } }', REGISTER])
        expect((await reader(grace).asks(query)).body.errors).toBeUndefined();
      const counts = await reader(ines).atReporting().for('PLANNING_AND_REPORTING').asks(COUNTS);
      expect(counts.body.errors).toBeUndefined();
    },
  );

  scenario(
    {
      clause: 'SHR-8.1a',
      outcome: 'denied',
      that: 'nothing is held to a lower level: without a second factor not even the public register or a count is served',
    },
    async () => {
      const onceSignedIn = reader(grace).withoutSecondFactor();
      for (const query of [LISTED, '{ me { id } }', REGISTER])
        await onceSignedIn.isRefused('MULTI_FACTOR_REQUIRED', query);
      const analyst = reader(ines).atReporting().for('PLANNING_AND_REPORTING');
      await analyst.withoutSecondFactor().isRefused('MULTI_FACTOR_REQUIRED', COUNTS);
    },
  );

  /** How many releases the ledger holds under one person's name. */
  async function readingsOf(who: { readonly id: string }): Promise<number> {
    const [counted] = await database().owner.run<{ readings: number }>({
      text: 'SELECT count(*)::int AS readings FROM ledger.release WHERE account_id = $1',
      values: [who.id],
    });
    return counted?.readings ?? 0;
  }

  scenario(
    {
      clause: 'SHR-8.1b',
      outcome: 'granted',
      that: 'each of two team members reads under a login of their own, and the ledger names each for their own reading',
    },
    async () => {
      const before = [await readingsOf(grace), await readingsOf(niamh)];
      for (const who of [grace, niamh, niamh]) await reader(who).reads(okafor);
      const since = [await readingsOf(grace), await readingsOf(niamh)];
      expect(since).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) + 2]);
    },
  );

  scenario(
    {
      clause: 'SHR-8.1b',
      outcome: 'denied',
      that: 'a login cannot be given to a second person, and a colleague’s own login shows nothing of what one’s own does',
    },
    async () => {
      const shared = given.changed('access.account', { id: rufus.id }, { subject: grace.subject });
      await expect(shared).rejects.toMatchObject({ logged: { sqlstate: '23505' } });
      await given.changed(
        'access.training',
        { account_id: rufus.id, module: 'DATA_AND_SECURITY' },
        { expires_on: '2027-01-01' },
      );
      expect(rufus.agency).toBe(grace.agency);
      await reader(rufus).findsNothingOf(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2b',
      outcome: 'granted',
      that: 'the member of staff whom the agency’s grant names is let in',
    },
    async () => {
      const listed = await reader(grace).asks(LISTED);
      const references = listed.body.data.episodes.edges.map(
        (edge: { node: { reference: string } }) => edge.node.reference,
      );
      expect(references).toEqual(expect.arrayContaining(okaforReferences));
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2b',
      outcome: 'denied',
      that: 'unauthorised staff, people without an account, and whoever has no token or a forged one are kept out',
    },
    async () => {
      await reader(cast.practitioners.bea).findsNothingOf(okafor);
      await reader({ subject: 'a-passer-by' }).isRefused('ACCOUNT_UNKNOWN');
      expect(await answerTo({})).toContain('TOKEN_MISSING');
      expect(await answerTo({ authorization: `Bearer ${await forgedToken()}` })).toContain(
        'TOKEN_INVALID',
      );
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7f',
      outcome: 'granted',
      that: 'an account that nothing is suspected of keeps working',
    },
    async () => {
      await given.changed('access.account', { id: petra.id }, { state: 'ACTIVE' });
      await reader(petra).reads(cast.families.thistle.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7f',
      outcome: 'denied',
      that: 'an account disabled on suspected compromise opens nothing from that moment, though its token and grant still stand',
    },
    async () => {
      await reader(grace).reads(okafor);
      await given.changed('access.account', { id: grace.id }, { state: 'DISABLED_COMPROMISE' });
      await reader(grace).isRefused('ACCOUNT_NOT_ACTIVE');
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7g',
      outcome: 'granted',
      that: 'locking one account down leaves the colleagues’ accounts of the same agency working',
    },
    async () => {
      await given.changed('access.account', { id: rufus.id }, { state: 'LOCKED_DOWN' });
      await reader(grace).reads(okafor);
    },
  );

  scenario(
    {
      clause: 'SHR-8.3.7g',
      outcome: 'denied',
      that: 'an account locked down after a lost device opens nothing, at either address',
    },
    async () => {
      await reader(petra).isRefused('ACCOUNT_NOT_ACTIVE');
      await given.changed('access.account', { id: ines.id }, { state: 'LOCKED_DOWN' });
      const analyst = reader(ines).atReporting().for('PLANNING_AND_REPORTING');
      await analyst.isRefused('ACCOUNT_NOT_ACTIVE', COUNTS);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2b',
      outcome: 'granted',
      that: 'while a worker is with the agency, the permissions stand',
    },
    async () => {
      await reader(esther).reads(cast.families.vance.episodes.current);
    },
  );

  scenario(
    {
      clause: 'SHR-8.4.2b',
      outcome: 'denied',
      that: 'once a leaver is recorded, every permission is gone at once, lead professional’s too',
    },
    async () => {
      await given.changed('access.account', { id: esther.id }, { state: 'LEFT' });
      await reader(esther).isRefused('ACCOUNT_NOT_ACTIVE');
    },
  );
}
