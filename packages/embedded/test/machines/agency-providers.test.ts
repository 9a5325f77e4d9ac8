import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { Membership } from '../scenarios/vocabulary/membership.ts';
import { Providers } from '../scenarios/vocabulary/providers.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Known, Trial } from './agency-provider-life.ts';
import {
  AGENCIES,
  isLetIn,
  leadsTo,
  MOVES,
  PEOPLE,
  PROVIDERS,
  refused,
  WAYS,
} from './agency-provider-life.ts';
import type { Answered } from './commands.ts';
import { carriedOut } from './commands.ts';
import { expectChain, RACES, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { adaline, barnaby, dorothea, gideon } = cast.practitioners;
const { lantern } = cast.agencies;
const scene = setScene();
const providers = new Providers(scene);
const membership = new Membership(scene);
const owner = () => scene.database().owner;

function tries(known: Known, { who, move, isStale, evenIfLast }: Trial): Promise<Answered> {
  const { link, agency, provider } = known;
  const revision = known.revision + (isStale ? 1 : 0);
  if (move === 'propose') return providers.proposes(who, agency, provider);
  if (move === 'confirm') return providers.confirms(who, link, revision);
  return providers.ends(who, { link, revision }, evenIfLast ? { evenIfLast } : {});
}

beforeEach(() =>
  owner().script(`DELETE FROM access.issuer_agency WHERE issuer_id = 'elsewhere';
    UPDATE access.issuer_agency SET state = 'SPEAKING', revision = 1, proposed_by = NULL, confirmed_by = NULL`),
);

/** Everything as the operator entered it: one provider speaks for everybody, the other for nobody. */
async function begins(): Promise<readonly Known[]> {
  const known: Known[] = [];
  for (const agency of AGENCIES)
    for (const provider of PROVIDERS) {
      const { link, state } = await providers.between(agency, provider);
      known.push({
        ...{ agency, provider, link: link ?? crypto.randomUUID(), state: state ?? 'NONE' },
        ...{ revision: 1, steps: 0, proposedBy: null },
      });
    }
  return known;
}

const step = fc.record({
  at: fc.nat(AGENCIES.length * PROVIDERS.length - 1),
  who: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(adaline, barnaby, dorothea) },
    { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
  ),
  // Mostly a move that leads on: else hardly anything would happen.
  wild: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...MOVES) },
  ),
  isStale: fc.nat(11).map((drawn) => drawn === 0),
  evenIfLast: fc.boolean(),
  pick: fc.nat(9_999),
});

test('a provider speaks for an agency exactly while two people say so, whoever tries what, and its people are let in exactly then', async () => {
  await providers.registered('elsewhere');
  const all = await begins();
  const ways = new Ways(WAYS);
  const seen = new Set<string>();
  await walk(
    step,
    async ({ at, wild, pick, ...drawn }) => {
      const known = all[at];
      if (known === undefined) return;
      const leading = MOVES.filter((each) => leadsTo(known, each) !== undefined);
      const trial: Trial = { ...drawn, move: wild ?? leading[pick % leading.length] ?? 'end' };
      const expected = refused(all, known, trial);
      const answer = await tries(known, trial);
      expect(answer.turnedAway?.code ?? answer.code ?? null, JSON.stringify([known, trial])).toBe(
        expected,
      );
      if (expected !== null) {
        seen.add(expected);
        if (expected === 'STEP_NOT_POSSIBLE') expect(answer.about[0]).toBe(known.state);
        if (expected === 'REVISION_PASSED') expect(answer.revision).toBe(known.revision);
      } else {
        const before = known.state;
        const after = leadsTo(known, trial.move) ?? '';
        known.revision += before === 'NONE' ? 0 : 1;
        known.steps += 1;
        known.state = after;
        if (trial.move === 'propose') known.proposedBy = trial.who.id;
        known.link = answer.link;
        ways.took(before, after);
        expect(answer).toMatchObject({
          provider: known.provider,
          agency: known.agency,
          state: after,
          revision: known.revision,
        });
        const steps = await recordedOf(owner(), known.link);
        expect(steps).toHaveLength(known.steps);
        // What the operator entered was there before there was a record.
        expectChain(
          steps[0]?.move === 'END' ? [{ ...steps[0], before: null }, ...steps.slice(1)] : steps,
        );
        expect(steps.at(-1)).toMatchObject({
          machine: 'AGENCY_PROVIDER',
          actor: trial.who.id,
          agency: trial.who.agency.id,
          onBehalfOf: 'AGENCY',
          before: before === 'NONE' ? null : before,
          after,
          at: COUNTY_NOW.toISOString(),
        });
      }
      for (const who of PEOPLE) {
        const { body } = await scene
          .gate()
          .ask(who, '{ me { id } }', { purpose: 'ADMINISTRATION' });
        const code = body.errors?.[0]?.extensions['code'];
        expect(code !== 'ISSUER_NOT_FOR_AGENCY', who.name).toBe(isLetIn(all, who.agency.id));
      }
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
  expect([...seen]).toEqual(
    expect.arrayContaining([
      ...['HOST_LOCKED_OUT', 'LAST_PROVIDER', 'ISSUER_NOT_FOR_AGENCY'],
      ...['SECOND_AGENCY', 'SECOND_PERSON'],
    ]),
  );
});

test('of two who confirm at once one is told that it is done', async () => {
  for (let race = 0; race < RACES / 10; race += 1) {
    const agency = await membership.invited();
    await providers.unknownFor(agency);
    const { link } = carriedOut(await providers.proposes(adaline, agency));
    const answers = await Promise.all(
      [barnaby, dorothea].map((who) => providers.confirms(who, link, 1)),
    );
    expect(answers.map(({ code, state }) => code ?? state).sort()).toEqual([
      'REVISION_PASSED',
      'SPEAKING',
    ]);
    expect(await recordedOf(owner(), link)).toHaveLength(2);
  }
});

test('two who would each shut out what the other leaves of the host team: one is refused', async () => {
  // The host team is in two agencies, of which either may be shut out while the other is not.
  await owner().run({
    text: `UPDATE access.account SET agency_id = $1 WHERE id <> $2 AND id IN (SELECT account_id FROM access.role_holding
      WHERE role IN ('BUSINESS_SUPPORT', 'EARLY_HELP_MANAGER'))`,
    values: [lantern.id, gideon.id],
  });
  for (let race = 0; race < RACES / 10; race += 1) {
    const links = [await providers.between(lantern.id), await providers.between(gideon.agency.id)];
    const answers = await Promise.all(
      [barnaby, dorothea].map((who, at) =>
        providers.ends(who, links[at] as Answered, { evenIfLast: true }),
      ),
    );
    expect(answers.map(({ code, state }) => code ?? state).sort()).toEqual([
      'ENDED',
      'HOST_LOCKED_OUT',
    ]);
    await owner().script(`UPDATE access.issuer_agency SET state = 'SPEAKING'`);
  }
});
