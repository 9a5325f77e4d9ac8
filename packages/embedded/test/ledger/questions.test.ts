import { partnersSubgraph } from '@postern/partners';
import type { Purpose } from '@postern/policy';
import { cast } from '@postern/sample-county';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Asking, OpenShape } from '../county-fixture.ts';
import { COUNTY_NOW, openShape, SHAPES } from '../county-fixture.ts';
import { Desk } from '../policy/at-the-desk.ts';
import { daysFromNow } from '../scenarios/vocabulary/county-words.ts';
import { recordedBy } from './ledger-rows.ts';
import type { Told } from './told-questions.ts';
import { PLANTED, TOLD } from './told-questions.ts';

const { prue, dorothea, adaline, caspar, grace, niamh, tom, joel } = cast.practitioners;
const { halima, desmond, gideon, ursula } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const { WAITING, REFUSED, COVER, REMOVAL, OVERRIDE, REVIEW, TRANSFER, EXTRACTS } = PLANTED;
const { MEETING, CASE, THEME, SENT, OVERDUE, NOBODY } = PLANTED;

/** Of oneself, of the rules, or of records that are read by the rules and noted as these. */
const NOT_OF_OTHERS: readonly string[] = [
  ...['myAccessRequests', 'myCovers', 'myOverrides', 'policyReach'],
  // Of agencies; whoever proposed or confirmed is read by the rules.
  'signInProviders',
  // The text that everybody reads out.
  'confidentialityStatement',
  // Noted as an explanation, and held in explanations.test.ts.
  'explainAccess',
  // Noted as of the family, and held in beside-the-record.test.ts.
  'prefillJustification',
  // Below, and in tools/offices.test.ts.
  ...['foreseeableLapses', 'previewPolicy', 'reportingCredentials'],
];

test('there is no question of which is not said whether it tells of others', () => {
  const said = [...Object.keys(TOLD), ...NOT_OF_OTHERS];
  expect(Object.keys(partnersSubgraph.questions ?? {}).sort()).toEqual(said.sort());
});

describe.each(SHAPES)('what a question tells of somebody (%s)', (shape) => {
  let open: OpenShape;
  beforeAll(async () => {
    open = await openShape(shape);
    const now = COUNTY_NOW.toISOString();
    await open.database.owner.script(`
      INSERT INTO partners.access_request (id, reference, asked_by, agency_id, role, working_relationship, purpose, identifiers, state, asked_at, outcome_at)
        VALUES ('${WAITING}', 'AR-1', '${joel.id}', '${joel.agency.id}', 'TAF_MEMBER', 'Teaches him', 'To help', '{"givenName":"Ada","familyName":"Example"}', 'REQUESTED', '${now}', '${now}');
      INSERT INTO partners.access_request (id, reference, asked_by, agency_id, role, working_relationship, purpose, state, asked_at, outcome_at, refusal_code, reasons)
        VALUES ('${REFUSED}', 'AR-2', '${joel.id}', '${joel.agency.id}', 'TAF_MEMBER', 'Teaches him', 'To help', 'REFUSED', '${now}', '${now}', 'NOT_NECESSARY', 'It is not.');
      INSERT INTO partners.cover_request (id, asked_by, agency_id, colleague_id, until, reason, state, asked_at)
        VALUES ('${COVER}', '${joel.id}', '${joel.agency.id}', '${niamh.id}', '${daysFromNow(3)}', 'on leave', 'REQUESTED', '${now}');
      INSERT INTO partners.family_removal (id, episode_id, agency_id, account_id, held_access, state, requested_at, due_at)
        VALUES ('${REMOVAL}', '${okafor.id}', '${niamh.agency.id}', '${niamh.id}', true, 'TO_TELL', '${now}', '${now}');
      INSERT INTO partners.safeguarding_override (id, account_id, agency_id, persons, classes, reason, no_other_way, state, explanation, at, until, explain_by)
        VALUES ('${OVERRIDE}', '${niamh.id}', '${niamh.agency.id}', '{}', '{}', 'Seen at night.', 'Nobody answered.', 'NO_MATCH', 'DUE', '${now}', '${now}', '${now}');
      INSERT INTO partners.review_access (id, kind, account_id, about, state, proposed_by, proposed_at, ends_at)
        VALUES ('${REVIEW}', 'AUDIT', '${joel.id}', 'Attendance', 'PROPOSED', '${joel.id}', '${now}', '${daysFromNow(9)}');
      INSERT INTO partners.transfer (id, kind, episode_id, destination, need, state, proposed_by, proposed_at)
        VALUES ('${TRANSFER}', 'STEP_UP', '${okafor.id}', 'CHILDRENS_SOCIAL_CARE', 'Ada is alone at night.', 'PROPOSED', '${tom.id}', '${now}');
      INSERT INTO partners.extract_agreement (id, flow, body, purpose, title, starts_on, ends_on, fields, analysts, method, destroy_by, recorded_by, recorded_at)
        VALUES ('${EXTRACTS}', 'TURNAROUND', 'MOJ', 'RESEARCH', 'Until they leave', '2026-01-01', '2026-12-31', '{NEEDS}', '{${halima.id}}', 'KEPT_HERE', '2026-12-31', '${dorothea.id}', '${now}');
      UPDATE partners.extract_agreement SET signed_on = '2026-01-01', signature_recorded_by = '${gideon.id}' WHERE id = '${EXTRACTS}';
      INSERT INTO partners.extract (id, agreement_id, state, unit, form, fields, since, until, comparison_group, smallest_class, destroy_by, lines, left_out, headings, coarsened,
          extracted_by, extracted_at)
        SELECT made, '${EXTRACTS}', state, 'FAMILY', 'ROWS', '{NEEDS}', '2026-01-01', '2026-01-31', false, 10, '2026-12-31', 1, 0, '{PSEUDONYM,NEEDS}', '{}', '${halima.id}', '${now}'
        FROM (VALUES ('${SENT}'::uuid, 'SENT'), ('${OVERDUE}'::uuid, 'DESTRUCTION_DUE')) planted (made, state);
      INSERT INTO extracts.line (extract_id, position, cells) VALUES ('${SENT}', 1, '{0a,NONE}');
      INSERT INTO partners.research_theme (id, state, subgroup, title, question, fields, needs, comparison_group, smallest_class, matching_agency_id, analysts, method, starts_on, ends_on,
          destroy_by, proposed_by, proposed_at)
        VALUES ('${THEME}', 'PROPOSED', 'Quality', 'How long', 'How long?', '{NEEDS}', '{It is asked.}', false, 10, '${halima.agency.id}', '{${desmond.id}}', 'KEPT_HERE', '2026-01-01', '2026-12-31',
          '2026-12-31', '${ursula.id}', '${now}');
      INSERT INTO partners.agency_meeting (id, kind, state, held_at, coordinated_by, chair_id, topics, agenda_due_at)
        VALUES ('${MEETING}', 'PROFESSIONALS', 'PLANNED', '${daysFromNow(9)}', '${joel.id}', '${joel.id}', '{FUNDING}', '${now}');
      INSERT INTO partners.panel_case (id, episode_id, reference, state, referred_by, agency_id, referred_at, discussed_on, agreed_on)
        VALUES ('${CASE}', '${okafor.id}', '${okafor.reference}', 'REFERRED', '${tom.id}', '${tom.agency.id}', '${now}', '${now.slice(0, 10)}', '${now.slice(0, 10)}')`);
  });
  afterAll(() => open?.close());

  const asks = (who: Asking, query: string, purpose: Purpose = 'ADMINISTRATION') =>
    open.gate.ask(who, query, { purpose });

  test.each(Object.keys(TOLD))(
    '%s: to whoever may ask, on the ledger with its clause',
    async (question) => {
      const told = TOLD[question] as Told;
      const { to, query, of, clause, episodes = [], purpose = 'ADMINISTRATION' } = told;
      const rows = await recordedBy(open.database.owner, async () => {
        const { body } = await asks(to, query, purpose);
        expect(body.errors).toBeUndefined();
        expect(body.data[question]).not.toBeNull();
      });
      expect(rows).toHaveLength(1);
      expect(rows[0]).toMatchObject({
        account_id: to.id,
        purpose,
        policy_versions: [1],
        episodes: expect.arrayContaining([...episodes]),
        told: expect.arrayContaining(of.map((record) => ({ question, clause, record }))),
      });
      // Beside what is planted there is nothing to be told, save the one override that the county has.
      expect(rows[0]?.['told']).toHaveLength(of.length + (question === 'overrides' ? 1 : 0));
      expect(JSON.stringify(rows)).not.toMatch(/Ada|night|leave/);
    },
  );

  test.each(Object.keys(TOLD))('%s: to nobody else, and then nothing is told', async (question) => {
    const { query, refused } = TOLD[question] as Told;
    for (const [who, code] of refused) {
      const rows = await recordedBy(open.database.owner, async () => {
        const { body } = await asks(who, query);
        expect(body.data?.[question] ?? null, who.subject).toBeNull();
        expect(body.errors?.[0]?.extensions['code'], who.subject).toBe(code);
      });
      expect(rows).toEqual([]);
    }
  });

  test('accountOf: a contact officer is told of the own agency’s people, as the rules say who sees where an account stands', async () => {
    const of = (who: { readonly id: string }) =>
      `{ accountOf(practitioner: "${who.id}") { account state } }`;
    const [row] = await recordedBy(open.database.owner, async () => {
      const { body } = await asks(caspar, of(grace));
      expect(body.data.accountOf).toEqual({ account: grace.id, state: 'ACTIVE' });
    });
    expect(row?.told).toEqual([{ question: 'accountOf', clause: 'SHR-8.3.8f', record: grace.id }]);
    for (const other of [niamh, { id: NOBODY }, { id: 'x' }, okafor]) {
      const rows = await recordedBy(open.database.owner, async () => {
        const { body } = await asks(caspar, of(other));
        expect(body.errors?.[0]?.extensions['code']).toBe('RECORD_UNKNOWN');
      });
      expect(rows).toEqual([]);
    }
  });

  test('foreseeableLapses: whose work is about to end', async () => {
    const rows = await recordedBy(open.database.owner, async () => {
      const { body } = await asks(prue, '{ foreseeableLapses(days: 366) { practitioner { id } } }');
      const listed = body.data.foreseeableLapses as { practitioner: { id: string } | null }[];
      const people = new Set(listed.flatMap(({ practitioner }) => practitioner?.id ?? []));
      expect(people.size).toBeGreaterThan(5);
      told = [...people].sort();
    });
    const named = rows.flatMap(({ told: each }) => each);
    expect(named.map(({ record }) => record).sort()).toEqual(told);
    expect(new Set(named.map(({ clause }) => clause))).toEqual(new Set(['SHR-8.2.1g']));
    const { body } = await asks(dorothea, '{ foreseeableLapses(days: 9) { kind } }');
    expect(body.errors?.[0]?.extensions['code']).toBe('ROLE_NOT_PERMITTED');
  });
  let told: readonly string[] = [];

  test('previewPolicy: who would see more or less', async () => {
    const desk = new Desk(open.gate, adaline);
    const draft = await desk.begins();
    await desk.takes('removePolicyRule', draft, { name: 'taf-reads-Person-names' });
    const ask = `query ($draft: ID!) { previewPolicy(draft: $draft, waitSeconds: 20, people: 3) {
      finished people { practitioner { id } losing } } }`;
    const rows = await recordedBy(open.database.owner, async () => {
      const { body } = await desk.asks(ask, { draft: draft.id });
      const { people, finished } = body.data.previewPolicy;
      expect(finished).toBe(true);
      told = people.map(({ practitioner }: { practitioner: { id: string } }) => practitioner.id);
      expect(told).toHaveLength(3);
    });
    expect(rows.flatMap((row) => row.told)).toEqual(
      told.map((record) => ({ question: 'previewPolicy', clause: 'SHR-8.3.7h', record })),
    );
  });

  test('of oneself there is no row', async () => {
    const rows = await recordedBy(open.database.owner, async () => {
      for (const query of [
        '{ myAccount { state missing } }',
        '{ myAccessRequests { request } }',
        '{ myCovers { cover } }',
        '{ myOverrides { override } }',
      ])
        expect((await asks(niamh, query, 'UNDERSTAND_NEEDS')).body.errors).toBeUndefined();
    });
    expect(rows).toEqual([]);
  });
});
