import { describe, expect, test } from 'vitest';
import { cast } from '../src/index.ts';
import { at, useCastCounty } from './cast-county.ts';

const { agencies, practitioners, familyAccounts, families } = cast;
const county = useCastCounty();

const DAY = `${at}::date`;
/** Children of a holder by evidenced responsibility in force, whatever restrictions say. */
const EVIDENCED = `SELECT child_id FROM access.parental_responsibility WHERE holder_id = $1::uuid
  AND btrim(evidence) <> '' AND starts_on <= ${DAY} AND (ends_on IS NULL OR ends_on > ${DAY})`;

describe('family members who sign in', () => {
  test('are linked to a person of a family, vouched for by the council, and work nowhere', async () => {
    for (const { subject, person } of Object.values(familyAccounts)) {
      const linked = `SELECT FROM access.account a JOIN access.account_person l ON l.account_id = a.id
        JOIN access.agency y ON y.id = a.agency_id JOIN access.episode_person e ON e.person_id = l.person_id
        WHERE a.subject = $1::text AND a.kind = 'FAMILY' AND l.person_id = $2::uuid AND y.kind = 'COUNCIL'
          AND NOT EXISTS (SELECT FROM partners.practitioner p WHERE p.id = a.id)`;
      expect(await county.count(linked, [subject, person.id])).toBeGreaterThan(0);
    }
  });

  test('the link of one has ended', async () => {
    const ended = `SELECT a.subject FROM access.account_person l JOIN access.account a ON a.id = l.account_id WHERE l.ended_at <= ${at}`;
    expect(await county.rows(ended)).toEqual([{ subject: 'odette' }]);
  });

  test('one holds a worker’s role and grant, and a worker holds a family role: neither counts', async () => {
    const held = `SELECT h.role FROM access.role_holding h WHERE h.account_id = $1::uuid ORDER BY 1`;
    expect(await county.rows(held, [familyAccounts.declan.id])).toEqual([
      { role: 'FAMILY_MEMBER' },
      { role: 'TAF_MEMBER' },
    ]);
    const granted = 'SELECT FROM access.access_grant WHERE account_id = $1::uuid';
    expect(await county.count(granted, [familyAccounts.declan.id])).toBe(1);
    expect(await county.rows(held, [practitioners.prue.id])).toContainEqual({
      role: 'FAMILY_MEMBER',
    });
  });
});

describe('parental responsibility', () => {
  const { tolliver, ashdown, wraxall, merriweather } = families;

  test.each([
    ['with evidence', tolliver.persons.bronagh, 1],
    ['without', tolliver.persons.hamish, 0],
    ['with blank evidence', tolliver.persons.oona, 0],
    ['ended', tolliver.persons.declan, 0],
    ['of a father kept away', ashdown.persons.victor, 2],
    ['ended by an adoption order', wraxall.persons.kerry, 0],
    ['begun by an adoption order', merriweather.persons.noreen, 1],
  ])('%s', async (_how, holder, children) => {
    expect(
      await county.count('SELECT FROM access.parental_responsibility WHERE holder_id = $1::uuid', [
        holder.id,
      ]),
    ).toBeGreaterThan(0);
    expect(await county.count(EVIDENCED, [holder.id])).toBe(children);
  });

  test('no row names both records of an adopted child', async () => {
    const tables = await county.rows<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('access', 'families', 'episodes', 'partners')`,
    );
    const { skye } = wraxall.persons;
    const { wren } = merriweather.persons;
    for (const { name } of tables) {
      const naming = `SELECT FROM ${name} t WHERE t::text LIKE '%' || $1::text || '%' AND t::text LIKE '%' || $2::text || '%'`;
      expect(await county.count(naming, [skye.id, wren.id]), name).toBe(0);
    }
    expect(skye.nhsNumber).not.toBe(wren.nhsNumber);
  });
});

describe('safety restrictions', () => {
  const { ashdown } = families;
  const live = `starts_at <= ${at} AND (ends_at IS NULL OR ends_at > ${at})`;

  test('hide from the father the mother’s household and address, which the register still calls his', async () => {
    const [safe] = ashdown.households;
    const hidden = `SELECT FROM access.restriction WHERE hidden_from_person_id = $1::uuid AND ${live} AND item_id = $2::uuid`;
    expect(await county.count(hidden, [ashdown.persons.victor.id, safe?.id])).toBe(1);
    const addresses = `SELECT FROM families.household_address d JOIN access.restriction r ON r.item_id = d.id
      WHERE d.household_id = $1::uuid AND d.ended_on IS NULL AND 'Address.line' = ANY (r.coordinates)`;
    expect(await county.count(addresses, [safe?.id])).toBe(1);
    const lives = `SELECT FROM access.household_person WHERE household_id = $1::uuid AND person_id = $2::uuid AND ended_on IS NULL`;
    expect(await county.count(lives, [safe?.id, ashdown.persons.victor.id])).toBe(1);
  });

  test('hide from him one child’s school, and protect the other child from him', async () => {
    const hidden = `SELECT coordinates FROM access.restriction WHERE hidden_from_person_id = $1::uuid AND ${live}
      AND coalesce(item_id, protected_person_id) = $2::uuid`;
    const { victor, linus, posy } = ashdown.persons;
    for (const child of [linus, posy])
      expect(await county.rows(hidden, [victor.id, child.id])).toEqual([
        { coordinates: expect.arrayContaining(['Person.educationSetting']) },
      ]);
  });

  test('hide an appointment from a housing agency whose worker is in the team', async () => {
    const hidden = `SELECT m.minutes FROM access.restriction r JOIN episodes.taf_meeting m ON m.id = r.item_id
      WHERE r.hidden_from_agency_id = $1::uuid AND ${live}`;
    expect(await county.count(hidden, [agencies.cobblewick.id])).toBe(1);
    expect(await county.isLive(ashdown.episodes.current.grants.kwame)).toBe(true);
  });
});

test('each level of a young person’s limit is the latest of one young person', async () => {
  const latest =
    'SELECT level FROM access.disclosure_limit WHERE person_id = $1::uuid ORDER BY set_at DESC, id DESC LIMIT 1';
  const { sami, lina, idris, yusuf } = families.everard.persons;
  const levels = await Promise.all(
    [sami, lina, idris, yusuf].map((each) => county.value(latest, [each.id])),
  );
  expect(levels).toEqual(['CONFIDENTIAL', 'SUMMARY_ONLY', 'OPEN_TO_PARENTS', 'OVERRIDDEN']);
});

test('one person had the use of some details restricted, of others no longer', async () => {
  const restricted = `SELECT FROM access.processing_restriction WHERE person_id = $1::uuid AND (ends_at IS NULL OR ends_at > ${at}) = $2::boolean`;
  const { morwenna } = families.penhallow.persons;
  expect(await county.count(restricted, [morwenna.id, true])).toBe(1);
  expect(await county.count(restricted, [morwenna.id, false])).toBe(1);
});

describe('entries with a handling of their own', () => {
  const { castellan, gresham } = families;

  test('health in the record concerns two persons; one reader justified both, another one', async () => {
    const both = `SELECT FROM episodes.assessment_section WHERE episode_id = $1::uuid
      AND row_class = 'SPECIAL_CATEGORY:HEALTH' AND cardinality(concerns) = 2`;
    expect(await county.count(both, [castellan.episodes.current.id])).toBe(1);
    const justified = `SELECT FROM access.justification WHERE episode_id = $1::uuid AND account_id = $2::uuid`;
    expect(
      await county.count(justified, [castellan.episodes.current.id, practitioners.joel.id]),
    ).toBe(2);
    expect(
      await county.count(justified, [castellan.episodes.current.id, practitioners.marcus.id]),
    ).toBe(1);
  });

  test.each(['assessment_section', 'need', 'plan_action', 'taf_meeting'])(
    'a stricter class stands in %s',
    async (table) => {
      const stricter = `SELECT FROM episodes.${table} WHERE episode_id = $1::uuid AND row_class IS NOT NULL`;
      expect(await county.count(stricter, [castellan.episodes.current.id])).toBeGreaterThan(0);
    },
  );

  test.each(['DEA2017_S35', 'WRA2012_S131', 'LEARNING_REVIEW', 'UNHEARD_OF'])(
    'a lock %s stands in the record',
    async (lock) => {
      const locked = `SELECT FROM (SELECT episode_id, purpose_lock FROM episodes.need UNION ALL SELECT episode_id, purpose_lock FROM episodes.taf_meeting) e
        WHERE e.episode_id = $1::uuid AND e.purpose_lock = $2::text`;
      expect(await county.count(locked, [gresham.episodes.current.id, lock])).toBeGreaterThan(0);
    },
  );
});
