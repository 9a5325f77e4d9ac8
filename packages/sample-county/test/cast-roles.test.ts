import { describe, expect, test } from 'vitest';
import { cast } from '../src/index.ts';
import { at, useCastCounty } from './cast-county.ts';

const { agencies, practitioners, families, matchCandidates } = cast;
const county = useCastCounty();

/** Roles that read through a grant, and those that read none of a family's record. */
const THROUGH_A_GRANT = [
  ...['LEAD_PROFESSIONAL', 'TAF_MEMBER', 'EHAST_PRACTITIONER', 'REFERRING_PRACTITIONER'],
  ...['BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER', 'HUB_WORKER', 'CONSULTATION_STAFF'],
  ...['PANEL_MEMBER', 'GROUP_WORK_PROVIDER', 'QA_AUDITOR', 'DATA_HUB_ANALYST'],
  ...['SAFEGUARDING_REVIEWER', 'BUSINESS_UNIT', 'INFORMATION_GOVERNANCE_OFFICER'],
  ...['SOCIAL_CARE_WORKER', 'THIRD_PARTY'],
];
const WITHOUT = [
  ...['ANALYST', 'BOARD_MEMBER', 'CONTACT_OFFICER', 'DATA_PROTECTION_OFFICER', 'EVALUATOR'],
  ...['ADMINISTRATOR', 'FAMILY_MEMBER', 'YOUNG_PERSON'],
];

const HOLDERS = `SELECT DISTINCT h.account_id FROM access.role_holding h JOIN access.account a ON a.id = h.account_id
  WHERE h.role = $1::text AND h.ends_at IS NULL AND a.subject NOT LIKE 'bulk-%'`;

describe('roles', () => {
  test.each(THROUGH_A_GRANT)('%s is held, with a live grant in it', async (role) => {
    const granted = `SELECT FROM access.access_grant g WHERE g.role = $1::text AND g.account_id IN (${HOLDERS})
      AND g.starts_at <= ${at} AND (g.ends_at IS NULL OR g.ends_at > ${at}) AND g.revoked_at IS NULL AND g.suspended_at IS NULL`;
    expect(await county.count(granted, [role])).toBeGreaterThan(0);
  });

  test.each(WITHOUT)('%s is held, and nobody was granted it', async (role) => {
    expect(await county.count(HOLDERS, [role])).toBeGreaterThan(0);
    expect(
      await county.count('SELECT FROM access.access_grant WHERE role = $1::text', [role]),
    ).toBe(0);
  });

  test('the role of an override is nobody’s, and one is live', async () => {
    expect(await county.count(HOLDERS, ['OVERRIDE_HOLDER'])).toBe(0);
    const { current } = families.lindqvist.episodes;
    expect(await county.one('access.access_grant', current.grants.odile)).toMatchObject({
      basis: 'OVERRIDE',
      granted_by: practitioners.odile.id,
      persons: [families.lindqvist.persons.signe.id],
      revoked_at: null,
    });
    expect(
      await county.one('access.justification', current.justifications.signeTonight),
    ).toMatchObject({ grant_id: current.grants.odile, state: 'LIVE' });
    const used = `SELECT FROM partners.safeguarding_override WHERE grant_id = $1::uuid AND until > ${at}`;
    expect(await county.count(used, [current.grants.odile])).toBe(1);
  });

  test('two grants reach one person each', async () => {
    const persons = 'SELECT persons FROM access.access_grant WHERE id = $1::uuid';
    const { pettigrew, nettlefold } = families;
    expect(await county.value(persons, [pettigrew.episodes.current.grants.greer])).toEqual([
      pettigrew.persons.dottie.id,
    ]);
    expect(await county.value(persons, [nettlefold.episodes.current.grants.ignatius])).toEqual([
      nettlefold.persons.parent.id,
    ]);
  });
});

describe('proceedings', () => {
  test.each([
    ['PANEL', 'faraday', 'live'],
    ['PANEL', 'gorringe', 'over'],
    ['AUDIT', 'hallam', 'live'],
    ['AUDIT', 'inskip', 'over'],
    ['AUDIT', 'jellicoe', 'over'],
    ['REVIEW', 'kestrel', 'live'],
    ['REVIEW', 'larkin', 'in another stage'],
    ['RIGHTS_REQUEST', 'nettlefold', 'live'],
    ['BREACH', 'ormerod', 'over'],
  ] as const)('a %s about %s is %s, with a live grant either way', async (kind, key, how) => {
    const { current } = families[key].episodes;
    const found = await county.rows<{ state: string; running: boolean }>(
      `SELECT state, (ends_at IS NULL OR ends_at > ${at}) AND (closed_at IS NULL OR closed_at > ${at}) AS running
        FROM access.proceeding WHERE episode_id = $1::uuid AND kind = $2::text`,
      [current.id, kind],
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.running).toBe(how !== 'over');
    expect(found[0]?.state === 'STAGE_SCOPING').toBe(how === 'in another stage');
    for (const grant of Object.values(current.grants))
      expect(await county.isLive(grant)).toBe(true);
  });

  test('a transfer holds some of the record, another is only proposed', async () => {
    const { steppedUp } = families.mundy.episodes;
    const picked = `SELECT i.item_id FROM access.transfer_item i JOIN access.proceeding p ON p.id = i.proceeding_id
      WHERE p.episode_id = $1::uuid AND p.state = $2::text`;
    expect(await county.count(picked, [steppedUp.id, 'SENT'])).toBe(6);
    expect(await county.count(picked, [steppedUp.id, 'PROPOSED'])).toBe(2);
    expect(await county.isLive(steppedUp.grants.solveig)).toBe(true);
  });
});

describe('agencies', () => {
  test('two contractors never signed; one holds a confidentiality agreement', async () => {
    const held = `SELECT FROM access.agency_evidence WHERE agency_id = $1::uuid AND kind = 'CONFIDENTIALITY_AGREEMENT' AND valid_until >= ${at}::date`;
    const signed = 'SELECT FROM access.agency_signature WHERE agency_id = $1::uuid';
    for (const each of [agencies.brightwater, agencies.hollowell]) {
      expect(await county.one('access.agency', each.id)).toMatchObject({ kind: 'CONTRACTOR' });
      expect(await county.count(signed, [each.id])).toBe(0);
    }
    expect(await county.count(held, [agencies.brightwater.id])).toBe(1);
    expect(await county.count(held, [agencies.hollowell.id])).toBe(0);
  });

  test('some are published under the Digital Economy Act', async () => {
    const held = `SELECT FROM access.agency_standing WHERE agency_id = $1::uuid AND standing = 'DEA2017_SPECIFIED_PERSON' AND ends_on IS NULL`;
    const listed = (agency: { readonly id: string }) => county.count(held, [agency.id]);
    expect(await listed(practitioners.tom.agency)).toBe(1);
    expect(await listed(practitioners.rhona.agency)).toBe(1);
    expect(await listed(practitioners.kwame.agency)).toBe(0);
  });

  test('one refused a request with reasons, one answered, one has not', async () => {
    const { requests } = families.quantock.episodes.current;
    expect(await county.one('partners.information_request', requests.refused)).toMatchObject({
      state: 'REFUSED',
      refusal_code: 'NOT_PROPORTIONATE',
      reasons: expect.stringMatching(/./),
    });
    expect(await county.one('partners.information_request', requests.shared)).toMatchObject({
      state: 'SHARED',
    });
    expect(await county.one('partners.information_request', requests.elsewhere)).toMatchObject({
      answered_at: null,
    });
  });
});

test('referrals have an outcome that was told, or wait for one', async () => {
  const { quantock, pargeter } = families;
  expect(
    await county.one('episodes.referral', quantock.episodes.current.referrals.accepted),
  ).toMatchObject({
    recorded_by: practitioners.ottilie.id,
    outcome: 'ACCEPTED',
    notified_at: expect.anything(),
  });
  expect(
    await county.one('episodes.referral', pargeter.episodes.contact.referrals.waiting),
  ).toMatchObject({ recorded_by: practitioners.ottilie.id, outcome: null, notified_at: null });
});

test('case notes of all three kinds were taken by those who take them', async () => {
  const { notes } = families.quantock.episodes.current;
  expect(await county.one('episodes.case_note', notes.hub)).toMatchObject({
    kind: 'HUB',
    recorded_by: practitioners.hester.id,
  });
  expect(await county.one('episodes.case_note', notes.consultation)).toMatchObject({
    kind: 'CONSULTATION',
    recorded_by: practitioners.conrad.id,
  });
  expect(
    await county.one('episodes.case_note', families.faraday.episodes.current.notes.panel),
  ).toMatchObject({ kind: 'PANEL' });
});

test('candidates of the match pool lie within 12 months and beyond, free and locked', async () => {
  const pool = `SELECT family_name FROM families.match_candidate WHERE family_name = ANY ($1::text[])
    AND received_on > (${at} - interval '12 months')::date AND received_on <= ${at}::date`;
  const names = Object.values(matchCandidates).map(({ familyName }) => familyName);
  const current = await county.rows<{ family_name: string }>(pool, [names]);
  expect(current.map(({ family_name }) => family_name).toSorted()).toEqual(
    [
      matchCandidates.recent,
      matchCandidates.almostAYear,
      matchCandidates.underTheDigitalEconomyAct,
      matchCandidates.underTheWelfareReformAct,
    ]
      .map(({ familyName }) => familyName)
      .toSorted(),
  );
});
