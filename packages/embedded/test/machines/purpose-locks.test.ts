import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  known,
  OVERRIDE_CHANGED,
  overrideOf,
  protector,
} from '../scenarios/vocabulary/override.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { WHOLE_RECORD } from '../scenarios/vocabulary/whole-record-query.ts';
import { Doer } from './doer.ts';
import { entriesOf, LOCKABLE, lists, locks, RECEIVES } from './locked-entries.ts';
import { STEPS, walk } from './walking.ts';

const { tom, kwame, rhona, sigrid, halima, desmond, odile } = cast.practitioners;
const { gresham } = cast.families;
const { tabitha } = cast.familyAccounts;
const current = gresham.episodes.current;
const scene = setScene();

/** Who receives: in the team, where a match is made, for a review, by override, and as the one whom it is about. */
const RECIPIENTS = [
  [tom, ['UNDERSTAND_NEEDS', 'COORDINATE_SUPPORT', 'TRACK_OUTCOMES', 'SAFEGUARDING']],
  [rhona, ['CHOOSE_SUPPORT', 'ENGAGE_FAMILY', 'SAFEGUARDING', 'PROFESSIONAL_CONVERSATION']],
  [kwame, ['UNDERSTAND_NEEDS', 'COORDINATE_SUPPORT', 'SAFEGUARDING']],
  [halima, ['MATCH_DATA']],
  [desmond, ['MATCH_DATA']],
  [sigrid, ['REVIEW']],
  [odile, ['SAFEGUARDING']],
  [tabitha, ['RIGHTS']],
] as const;
const AS = RECIPIENTS.flatMap(([who, purposes]) => purposes.map((purpose) => ({ who, purpose })));
type As = (typeof AS)[number];
const LAWS = Object.keys(RECEIVES);
const REFERRALS =
  'query ($reference: String!) { episode(reference: $reference) { referrals { id } } }';
const POOL = '{ matchCandidates(first: 100) { edges { node { id } } } }';

const steps = fc.record({
  lock: fc.option(fc.constantFrom(...LAWS), { freq: 4 }),
  entry: fc.nat(),
  as: fc.nat(),
  /** Now and then a partner is listed or taken off the list, or is asked for what it holds and says that it shares it. */
  beside: fc.option(fc.constantFrom('LIST' as const, 'SHARE' as const), { freq: 3 }),
  partner: fc.constantFrom(tom, kwame, rhona, halima, desmond),
});

test('what came in for a purpose goes to every recipient for that purpose, and to nobody for another, by whatever way it is reached', async () => {
  const { owner } = scene.database();
  const entries = await entriesOf(owner);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const held = new Map<string, string>();
  const listed = new Set<string>();
  const met = new Set<string>();

  const reads = async ({ who, purpose }: As): Promise<readonly string[]> => {
    const reader = scene.reader(who).for(purpose);
    const record = await reader.asks(WHOLE_RECORD, { reference: current.reference });
    const referrals = await reader.asks(REFERRALS, { reference: current.reference });
    const pool = await reader.asks(POOL);
    const read = record.text + referrals.text + pool.text;
    return entries.filter(({ id }) => read.includes(id)).map(({ id }) => id);
  };
  /** By the law it came under, and that of what it is part of; to whom it is about it goes whatever the law. */
  const goesTo = (id: string, as: As): boolean => {
    const { within = null, concerns = [] } = byId.get(id) ?? {};
    if (within !== null && !goesTo(within, as)) return false;
    const law = held.get(id);
    const { tabitha: herself } = gresham.persons;
    const isOwn =
      as.who === tabitha && concerns.length > 0 && concerns.every((each) => each === herself.id);
    const { agency = null } = as.who === tabitha ? {} : as.who;
    const receiver = { kind: agency?.kind ?? null, listed: listed.has(agency?.id ?? '') };
    return law === undefined || isOwn || RECEIVES[law]?.(receiver, as.purpose) === true;
  };
  /** One partner asks another about the family, and is told that it shares: nothing is read by that. */
  const shares = async (): Promise<void> => {
    const asked = await new Doer(scene.gate(), kwame, 'COORDINATE_SUPPORT').asks(
      `mutation ($key: String!) { askForInformation(episode: "${current.id}", holdingAgency: "${rhona.agency.id}",
        asked: "What you hold of the match.", idempotencyKey: $key) { ... on InformationRequestChanged { informationRequest { id } } } }`,
      { key: crypto.randomUUID() },
    );
    const { id } = asked.body.data.askForInformation.informationRequest;
    const told = await new Doer(scene.gate(), rhona, 'COORDINATE_SUPPORT').asks(
      `mutation { answerInformationRequest(request: "${id}", expectedRevision: 1, answer: SHARED) {
        ... on InformationRequestChanged { informationRequest { state } } } }`,
    );
    expect(told.body.data.answerInformationRequest.informationRequest.state).toBe('SHARED');
  };

  await lists(owner, null);
  for (const entry of entries) await locks(owner, entry, null);
  await protector(scene.gate(), odile).does(
    'overrideForSafeguarding',
    overrideOf([await known(owner, gresham.persons.tabitha)], odile, {
      classes: ['RESTRICTED:FINANCE'],
    }),
    OVERRIDE_CHANGED,
  );
  /** What each reads while nothing is locked: of what happens here, locks alone take from it, and nothing adds to it. */
  const unlocked = new Map<As, readonly string[]>();
  for (const as of AS) unlocked.set(as, await reads(as));
  for (const [{ who, purpose }, ids] of unlocked)
    expect(ids.length, `${who.subject} ${purpose}`).toBeGreaterThan(0);

  const due = LAWS.flatMap((law) => [`${law} true`, `${law} false`]);
  await walk(
    steps,
    async ({ lock, entry: drawn, as: whom, beside, partner }) => {
      const entry = entries[drawn % entries.length];
      const as = AS[whom % AS.length];
      if (entry === undefined || as === undefined) throw new Error('nothing is locked to nobody');
      await locks(owner, entry, lock);
      if (lock === null) held.delete(entry.id);
      else held.set(entry.id, lock);
      if (beside === 'SHARE') await shares();
      if (beside === 'LIST') {
        const { id } = partner.agency;
        if (!listed.delete(id)) listed.add(id);
        await lists(owner, { id, listed: listed.has(id) });
      }
      const before = unlocked.get(as) ?? [];
      expect(await reads(as), `${as.who.subject} ${as.purpose}`).toEqual(
        before.filter((id) => goesTo(id, as)),
      );
      for (const id of before) met.add(`${held.get(id) ?? 'unlocked'} ${goesTo(id, as)}`);
    },
    { count: Math.ceil(STEPS / 2), until: () => due.every((each) => met.has(each)) },
  );
  expect([...met]).toEqual(expect.arrayContaining(due));
});

test('what came in for a purpose stays locked to it: no service sets a lock, changes it or takes it off', async () => {
  const found = await scene.database().owner.run<{ at: string; changers: readonly string[] }>({
    text: `SELECT c.table_schema || '.' || c.table_name AS at, array(SELECT rolname FROM pg_roles
        WHERE NOT rolsuper AND has_schema_privilege(rolname, c.table_schema, 'USAGE') AND rolname LIKE 'postern%'
          AND (has_column_privilege(rolname, t.oid, 'purpose_lock', 'INSERT') OR has_column_privilege(rolname, t.oid, 'purpose_lock', 'UPDATE')
            OR has_table_privilege(rolname, t.oid, 'DELETE'))) AS changers
      FROM information_schema.columns c JOIN pg_class t ON t.oid = (c.table_schema || '.' || c.table_name)::regclass
      WHERE c.column_name = 'purpose_lock' AND t.relkind = 'r' ORDER BY at`,
    values: [],
  });
  expect(found).toEqual(LOCKABLE.toSorted().map((at) => ({ at, changers: [] })));
});
