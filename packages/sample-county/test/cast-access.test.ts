import { describe, expect, test } from 'vitest';
import { cast } from '../src/index.ts';
import { at, now, useCastCounty } from './cast-county.ts';

const { agencies, practitioners, families } = cast;
const county = useCastCounty();

describe('grants', () => {
  const { pemberton, quennell, hollis, sorrel, vance, lindqvist, garside, delaney } = families;

  test.each([
    ['expired', pemberton.episodes.current.grants.beaExpired],
    ['revoked', quennell.episodes.current.grants.beaRevoked],
    ['suspended', hollis.episodes.current.grants.beaSuspended],
    ['not yet begun', sorrel.episodes.current.grants.beaNotYet],
    ['of a role no longer held', vance.episodes.current.grants.beaRoleNotHeld],
  ])('one is %s', async (_state, grant) => {
    expect(await county.isLive(grant)).toBe(false);
    expect(await county.one('access.access_grant', grant)).toMatchObject({
      account_id: practitioners.bea.id,
    });
  });

  test('one beside them is live', async () => {
    expect(await county.isLive(lindqvist.episodes.current.grants.bea)).toBe(true);
  });

  test('two were left unrevoked on closed episodes', async () => {
    expect(await county.isLive(garside.episodes.closed.grants.joelUnrevoked)).toBe(true);
    expect(await county.one('access.episode', garside.episodes.closed.id)).toMatchObject({
      status: 'CLOSED',
    });
    expect(await county.isLive(delaney.episodes.past.grants.noelUnrevoked)).toBe(true);
    expect(await county.one('access.episode', delaney.episodes.current.id)).toMatchObject({
      status: 'REOPENED',
      family_id: delaney.id,
    });
  });

  test('one worker has a grant on one episode and a justification on another, for the same child', async () => {
    expect(await county.isLive(sorrel.episodes.current.grants.marcus)).toBe(true);
    expect(await county.isLive(vance.episodes.current.grants.marcusRevoked)).toBe(false);
    expect(
      await county.one('access.justification', vance.episodes.current.justifications.kitHealth),
    ).toMatchObject({
      episode_id: vance.episodes.current.id,
      person_id: sorrel.persons.kit.id,
      state: 'LIVE',
    });
  });
});

describe('exclusions, limits and conflicts', () => {
  test('a detail exclusion meets a live, complete justification', async () => {
    const { current } = families.lindqvist.episodes;
    expect(
      await county.one('access.exclusion', current.exclusions.signeHealth ?? ''),
    ).toMatchObject({
      scope: 'DETAILS',
      coordinates: ['Person.healthConditions'],
      person_id: families.lindqvist.persons.signe.id,
      agency_id: practitioners.owen.agency.id,
    });
    expect(
      await county.one('access.justification', current.justifications.signeHealth),
    ).toMatchObject({
      account_id: practitioners.owen.id,
      person_id: families.lindqvist.persons.signe.id,
      article_9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
      schedule_1_paragraph: '18',
      absence_of_consent_reason: 'CANNOT_REASONABLY_BE_OBTAINED',
    });
    expect(await county.isLive(current.grants.owen)).toBe(true);
  });

  test('another exclusion has ended', async () => {
    const ended = await county.one<{ ends_at: Date | string }>(
      'access.exclusion',
      families.lindqvist.episodes.current.exclusions.endedSchool ?? '',
    );
    expect(new Date(ended.ends_at).getTime()).toBeLessThan(now.getTime());
  });

  test('two young people limit what their parent sees', async () => {
    const { robin, tilly } = families.quennell.persons;
    const level = 'SELECT level FROM access.disclosure_limit WHERE person_id = $1::uuid';
    expect(await county.value(level, [robin.id])).toBe('CONFIDENTIAL');
    expect(await county.value(level, [tilly.id])).toBe('SUMMARY_ONLY');
  });

  test('one conflict of interest is in force and one has ended, both with live grants', async () => {
    const inForce =
      'SELECT ended_at IS NULL AS in_force FROM access.conflict_of_interest WHERE account_id = $1::uuid AND family_id = $2::uuid';
    expect(await county.value(inForce, [practitioners.sian.id, families.bexley.id])).toBe(true);
    expect(await county.value(inForce, [practitioners.kwame.id, families.bexley.id])).toBe(false);
    expect(await county.isLive(families.bexley.episodes.current.grants.sian)).toBe(true);
    expect(await county.isLive(families.yarrow.episodes.current.grants.sian)).toBe(true);
  });
});

describe('preconditions', () => {
  const { grants } = families.thistle.episodes.current;

  test('one is missing for each of seven workers with live grants', async () => {
    for (const grant of Object.values(grants)) expect(await county.isLive(grant)).toBe(true);
    expect(await county.one('access.account', practitioners.petra.id)).toMatchObject({
      state: 'LOCKED_DOWN',
    });
    const trained = `SELECT FROM access.training WHERE account_id = $1::uuid AND expires_on >= ${at}::date`;
    expect(await county.count(trained, [practitioners.rufus.id])).toBe(1);
    expect(await county.count(trained, [practitioners.lucia.id])).toBe(1);
    expect(await county.count(trained, [practitioners.grace.id])).toBe(2);
    const accepted = 'SELECT FROM access.acceptance WHERE account_id = $1::uuid';
    expect(await county.count(accepted, [practitioners.hal.id])).toBe(0);
    const signed = `SELECT FROM access.agency_signature WHERE agency_id = $1::uuid AND effective_from <= ${at} AND (ends_at IS NULL OR ends_at > ${at})`;
    expect(await county.count(signed, [agencies.stonebeck.id])).toBe(0);
    expect(await county.count(signed, [agencies.pennyroyal.id])).toBe(0);
    const policies = `SELECT FROM access.agency_evidence WHERE agency_id = $1::uuid AND kind = 'POLICIES'`;
    expect(await county.count(policies, [agencies.droversLane.id])).toBe(0);
  });

  test('an agency under notice is still in force; one was only invited; one has a single worker', async () => {
    const ends = await county.value<Date | string>(
      'SELECT ends_at FROM access.agency_signature WHERE agency_id = $1::uuid',
      [agencies.hartsedge.id],
    );
    expect(await county.one('access.agency', agencies.hartsedge.id)).toMatchObject({
      state: 'NOTICE_GIVEN',
    });
    expect(new Date(ends).getTime()).toBeGreaterThan(now.getTime());
    expect(await county.one('access.agency', agencies.oakapple.id)).toMatchObject({
      state: 'INVITED',
    });
    expect(
      await county.count('SELECT FROM access.account WHERE agency_id = $1::uuid', [
        agencies.quayside.id,
      ]),
    ).toBe(1);
  });
});

describe('states of episodes and agreements', () => {
  const { farrow, garside, rusk, tarrant, ibbotson, keane, marsh, osgood } = families;

  test.each([
    ['SCREENING', farrow.episodes.contact.id],
    ['CLOSED', garside.episodes.closed.id],
    ['STEPPED_UP', rusk.episodes.steppedUp.id],
    ['AWAITING_AGREEMENT', tarrant.episodes.current.id],
  ])('an episode is %s', async (status, id) => {
    expect(await county.one('access.episode', id)).toMatchObject({ status });
  });

  test('the EHASt practitioner has a live screening grant', async () => {
    expect(await county.isLive(farrow.episodes.contact.grants.dev)).toBe(true);
    expect(
      await county.one('access.access_grant', farrow.episodes.contact.grants.dev),
    ).toMatchObject({
      role: 'EHAST_PRACTITIONER',
    });
  });

  test.each([
    ['OFFERED', false, tarrant.episodes.current.id],
    ['WITHDRAWN', false, ibbotson.episodes.current.id],
    ['NOT_DISCUSSED', true, keane.episodes.current.id],
    ['PARTIAL', false, osgood.episodes.current.id],
  ])('an agreement is %s (with a recorded basis: %s)', async (state, basis, id) => {
    const found = await county.rows(
      'SELECT state, basis_when_no_agreement IS NOT NULL AS basis FROM access.family_agreement WHERE episode_id = $1::uuid',
      [id],
    );
    expect(found).toEqual([{ state, basis }]);
  });

  test('one open episode has no agreement at all', async () => {
    expect(
      await county.count('SELECT FROM access.family_agreement WHERE episode_id = $1::uuid', [
        marsh.episodes.current.id,
      ]),
    ).toBe(0);
    expect(await county.isLive(marsh.episodes.current.grants.tom)).toBe(true);
  });
});
