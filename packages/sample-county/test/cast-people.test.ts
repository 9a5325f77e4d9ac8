import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cast, sampleAccounts, sampleNewcomers } from '../src/index.ts';
import { LIVE_GRANT, useCastCounty } from './cast-county.ts';

const { agencies, practitioners, familyAccounts, families } = cast;
const county = useCastCounty();
const OPEN = `('OPEN', 'OPEN_TAF', 'STEPPED_UP', 'CLOSING', 'REOPENED')`;

describe('sample accounts', () => {
  test('list every practitioner and family member of the cast with an invented address', () => {
    const members = [practitioners, familyAccounts].flatMap((part) => Object.keys(part));
    expect(sampleAccounts).toHaveLength(members.length);
    for (const account of sampleAccounts) {
      expect(account.email).toMatch(/^[a-z.+-]+@[a-z.]+\.example$/);
      expect(account.shows).not.toMatch(/[\t\n]/);
    }
    expect(new Set(sampleAccounts.map(({ subject }) => subject)).size).toBe(sampleAccounts.length);
  });

  test('begin with a school’s team member: five families or more, no justification', async () => {
    const first = sampleAccounts[0]?.subject;
    const found = await county.rows<{ kind: string; families: string; justifications: string }>(
      `SELECT y.kind,
          (SELECT count(DISTINCT e.family_id) FROM access.access_grant g JOIN access.episode e ON e.id = g.episode_id
            WHERE g.account_id = a.id AND g.role = 'TAF_MEMBER' AND ${LIVE_GRANT} AND e.status IN ${OPEN})::text AS families,
          (SELECT count(*) FROM access.justification j WHERE j.account_id = a.id)::text AS justifications
        FROM access.account a JOIN access.agency y ON y.id = a.agency_id WHERE a.subject = $1::text`,
      [first],
    );
    expect(found).toEqual([{ kind: 'SCHOOL', families: '8', justifications: '0' }]);
  });

  test('carry the subject and address that the database holds', async () => {
    for (const { subject, email } of sampleAccounts) {
      const matching = `SELECT FROM access.account a LEFT JOIN partners.practitioner p ON p.id = a.id
        WHERE a.issuer_id = 'development' AND a.subject = $1::text AND (p.email = $2::text OR a.kind = 'FAMILY')`;
      expect(await county.count(matching, [subject, email])).toBe(1);
    }
  });
});

describe('sample newcomers', () => {
  test('sign in as nobody of the county, at the domain of an agency that takes part', async () => {
    for (const { subject, email } of sampleNewcomers) {
      const held = `SELECT FROM access.account a LEFT JOIN partners.practitioner p ON p.id = a.id
        WHERE a.subject = $1::text OR p.email = $2::text`;
      expect(await county.count(held, [subject, email])).toBe(0);
      const domain = `SELECT FROM access.agency_domain d JOIN access.agency a ON a.id = d.agency_id
        WHERE d.domain = split_part($1::text, '@', 2) AND a.state = 'ACTIVE'`;
      expect(await county.count(domain, [email])).toBe(1);
    }
  });
});

describe('the tour family', () => {
  const { current } = families.okafor.episodes;

  test('has a live grant for each of its four workers, the excluded one included', async () => {
    for (const grant of Object.values(current.grants))
      expect(await county.isLive(grant)).toBe(true);
  });

  test('excluded the housing association whole', async () => {
    const exclusion = await county.one<{ scope: string; agency_id: string; ends_at: Date | null }>(
      'access.exclusion',
      current.exclusions.wholeHousingAssociation ?? '',
    );
    expect(exclusion).toMatchObject({
      scope: 'WHOLE_AGENCY',
      agency_id: agencies.cobblewick.id,
      ends_at: null,
    });
  });

  test('has one justification, for the health of one child, while several members have health entries of other agencies', async () => {
    const justifications = `SELECT FROM access.justification WHERE episode_id = $1::uuid`;
    expect(await county.count(justifications, [current.id])).toBe(1);
    const justified = await county.one<{ person_id: string; account_id: string; state: string }>(
      'access.justification',
      current.justifications.chidiHealth,
    );
    expect(justified).toMatchObject({
      person_id: families.okafor.persons.chidi.id,
      account_id: practitioners.niamh.id,
      state: 'LIVE',
    });
    const ill = `SELECT DISTINCT person_id FROM families.person_entry
      WHERE episode_id = $1::uuid AND kind = 'HEALTH_CONDITION' AND agency_id <> $2::uuid`;
    expect(await county.count(ill, [current.id, agencies.marlValley.id])).toBe(3);
  });

  test('has an analyst in the county who holds no grant', async () => {
    expect(
      await county.count(`SELECT FROM access.access_grant WHERE account_id = $1::uuid`, [
        practitioners.ines.id,
      ]),
    ).toBe(0);
  });
});

describe('people', () => {
  test('separated parents live at two present addresses', async () => {
    const present =
      'SELECT DISTINCT household_id FROM families.household_address WHERE family_id = $1::uuid AND ended_on IS NULL';
    expect(await county.count(present, [families.pemberton.id])).toBe(2);
    const homes =
      'SELECT FROM families.household_member WHERE person_id = $1::uuid AND ended_on IS NULL';
    expect(await county.count(homes, [families.pemberton.persons.isla.id])).toBe(2);
  });

  test('siblings belong to two families', async () => {
    const both = `SELECT person_id FROM families.family_member WHERE family_id = ANY ($1::uuid[]) GROUP BY person_id HAVING count(*) = 2`;
    expect(await county.count(both, [[families.sorrel.id, families.vance.id]])).toBe(2);
  });

  test('one is adopted, one unborn, one has died', async () => {
    const { ruby, unborn, edna } = families.hollis.persons;
    expect(
      await county.value(
        'SELECT relationship FROM families.family_member WHERE person_id = $1::uuid',
        [ruby.id],
      ),
    ).toBe('ADOPTED_CHILD');
    expect(await county.one('families.person', unborn.id)).toMatchObject({
      given_name: null,
      family_name: null,
      date_of_birth: null,
      expected_on: expect.anything(),
    });
    expect(await county.one('families.person', edna.id)).toMatchObject({
      deceased_on: expect.anything(),
    });
  });

  test('hostile text arrives as it was written', async () => {
    const { persons, episodes } = families.hostile;
    for (const each of Object.values(persons)) {
      expect(await county.one('families.person', each.id)).toMatchObject({
        given_name: each.givenName,
        family_name: each.familyName,
      });
    }
    expect(await county.one('families.person', persons.prototype.id)).toMatchObject({
      given_name: '__proto__',
    });
    expect(
      await county.value(
        'SELECT length(detail) AS length FROM families.person_entry WHERE id = $1::uuid',
        [episodes.current.entries.label],
      ),
    ).toBeGreaterThan(10_000);
  });

  test('a person and an episode are null wherever they may be', async () => {
    const { nobody } = families.blank.persons;
    const {
      id: _id,
      merged: _merged,
      writings: _writings,
      ...person
    } = await county.one<Record<string, unknown>>('families.person', nobody.id);
    expect(Object.values(person).every((cell) => cell === null)).toBe(true);
    const nullable = ['closed_on', 'reason', 'end_reason'];
    const header = await county.one<Record<string, unknown>>(
      'episodes.episode',
      families.blank.episodes.current.id,
    );
    expect(nullable.map((column) => header[column])).toEqual([null, null, null]);
  });
});

describe('entries', () => {
  test.each([
    ['ATTENDANCE', practitioners.grace],
    ['HEALTH_CONDITION', practitioners.niamh],
    ['CONVICTION', practitioners.rhona],
    ['HOUSING', practitioners.kwame],
  ])(
    '%s: one of the reader’s own agency, one of another, and no justification',
    async (kind, reader) => {
      const { id, grants } = families.yarrow.episodes.current;
      const entries = `SELECT FROM families.person_entry WHERE episode_id = $1::uuid AND kind = $2::text AND (agency_id = $3::uuid) = $4::boolean`;
      expect(await county.count(entries, [id, kind, reader.agency.id, true])).toBe(1);
      expect(await county.count(entries, [id, kind, reader.agency.id, false])).toBe(1);
      expect(
        await county.count('SELECT FROM access.justification WHERE episode_id = $1::uuid', [id]),
      ).toBe(0);
      for (const grant of Object.values(grants)) expect(await county.isLive(grant)).toBe(true);
    },
  );

  test('every kind occurs even in the small county', async () => {
    expect(await county.count('SELECT DISTINCT kind FROM families.person_entry')).toBe(27);
  });
});

test('the README names every family, agency, practitioner and family member of the cast', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const keys = [families, agencies, practitioners, familyAccounts].flatMap((part) =>
    Object.keys(part),
  );
  expect(keys.filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
});
