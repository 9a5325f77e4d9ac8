import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { dateFromNow } from '../scenarios/vocabulary/county-words.ts';
import { Providers } from '../scenarios/vocabulary/providers.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Known, Who } from './agency-life.ts';
import {
  agencyOf,
  commandFor,
  expected,
  heads,
  leadingOn,
  MOVES,
  SIGNED_STATES,
  WAYS,
} from './agency-life.ts';
import type { Answered } from './commands.ts';
import { carriedOut, commands } from './commands.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import { expectChain, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { adaline, barnaby, prue, gideon, dorothea, caspar, grace, niamh } = cast.practitioners;
const scene = setScene();
const providers = new Providers(scene);
const DAY = 86_400_000;
/** Until when papers count. Past 2040, an agency that left makes room for a new one that begins today. */
const LAST_DAY = '2089-12-31';

const SHOWS = { shows: '... on AgencyChanged { agency { id name state revision leavesAt } }' };
const HOSTS = { prue, gideon } as const;

function does(who: Who, command: string, given: Readonly<Record<string, unknown>>) {
  return commands(scene.gate(), who, command, { reason: 'as agreed', ...given }, SHOWS);
}

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'partners', { max: 2 });
  await nothingRunsOut(scene.database());
});
afterAll(() => service.close());

/** Everything that is due by the present moment of the gate happens. */
async function timePasses(): Promise<void> {
  const timers = partnersTimers.filter(({ name }) => name.startsWith('AGENCY_'));
  const { failed } = await fireDue(service, timers, scene.clock.now(), { log: () => {} });
  expect(failed).toBe(0);
}

async function invites(): Promise<Known> {
  const { agency } = carriedOut(
    await does(prue, 'inviteAgency', {
      name: 'Saltmarsh Surgery',
      kind: { enum: 'HEALTH' },
      domains: ['saltmarsh.example'],
      idempotencyKey: crypto.randomUUID(),
    }),
  );
  expect(agency).toMatchObject({ state: 'INVITED', revision: 1, leavesAt: null });
  const { id } = agency;
  return {
    id,
    state: 'INVITED',
    revision: 1,
    steps: 1,
    papers: false,
    notice: null,
    proposed: null,
  };
}

/** A worker, moved to the agency that is walked with as if just taken on there: the reader of every state. */
async function readerIn(agency: string): Promise<void> {
  await scene.database().owner.run({
    text: `WITH moved AS (UPDATE access.account SET agency_id = $1, state = 'ACTIVE' WHERE id = $2),
      held AS (UPDATE access.role_holding SET ends_at = NULL WHERE account_id = $2)
      UPDATE partners.practitioner SET left_at = NULL WHERE id = $2`,
    values: [agency, niamh.id],
  });
}

async function refusedTo(who: { readonly subject: string }): Promise<unknown> {
  const { body } = await scene.gate().ask(who, '{ me { id } }');
  return body.errors?.[0]?.extensions['code'] ?? null;
}

/** The provider that spoke for the agency before speaks for it no longer, until two people say so. */
async function speaksAnew(agency: string): Promise<void> {
  expect(await refusedTo(niamh)).toBe('ISSUER_NOT_FOR_AGENCY');
  const { link, revision } = carriedOut(await providers.proposes(adaline, agency));
  carriedOut(await providers.confirms(barnaby, link, revision));
}

/** An agency that left begins anew, without any of its people. */
async function comesBack(known: Known): Promise<void> {
  const step = { agency: known.id, expectedRevision: known.revision };
  expect(await does(dorothea, 'inviteAgencyAgain', step)).toMatchObject({
    code: 'ROLE_NOT_PERMITTED',
  });
  const { agency } = carriedOut(await does(gideon, 'inviteAgencyAgain', step));
  expect(agency).toMatchObject({ state: 'INVITED', leavesAt: null, revision: known.revision + 1 });
  expect(await refusedTo(niamh)).toBe('ACCOUNT_NOT_ACTIVE');
  await readerIn(known.id);
  await speaksAnew(known.id);
  expect(await refusedTo(niamh)).toBe('AGENCY_NOT_IN_FORCE');
  known.state = 'INVITED';
  known.revision += 1;
  known.steps += 1;
  known.papers = false;
  known.notice = null;
  known.proposed = null;
}

async function papersComeIn(known: Known): Promise<void> {
  for (const kind of ['POLICIES', 'DATA_SPECIFICATION'])
    carriedOut(
      await does(prue, 'recordAgencyEvidence', {
        agency: known.id,
        expectedRevision: known.revision++,
        kind: { enum: kind },
        validFrom: dateFromNow(-1),
        validUntil: LAST_DAY,
      }),
    );
  carriedOut(
    await does(prue, 'nameContactOfficer', {
      agency: known.id,
      expectedRevision: known.revision++,
      name: 'Orla Finn',
      jobTitle: 'Practice manager',
      phone: '01632 960101',
      email: 'Orla.Finn@saltmarsh.example',
    }),
  );
  known.papers = true;
  known.steps += 3;
}

const step = fc.record({
  // Mostly a move that leads on, and by somebody who may: else hardly anything would happen.
  wild: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...MOVES) },
  ),
  anybody: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom<Who>(prue, gideon, dorothea, caspar, grace) },
  ),
  pick: fc.nat(9_999),
});

test('an agency lives as it is described, whoever tries what, and its people read exactly while it is in force', async () => {
  const begins = async (): Promise<Known> => {
    scene.clock.set(COUNTY_NOW);
    const fresh = await invites();
    await scene.database().owner.run({
      text: `INSERT INTO access.issuer_agency (issuer_id, agency_id) VALUES ('development', $1)`,
      values: [fresh.id],
    });
    await readerIn(fresh.id);
    return fresh;
  };
  let known = await begins();
  const ways = new Ways(WAYS);
  let signedAt = COUNTY_NOW;
  await walk(
    step,
    async ({ wild, anybody, pick }) => {
      if (known.state === 'WITHDRAWN') {
        const { agency } = (
          await scene.gate().ask(prue, '{ agencies { id state } }', { purpose: 'ADMINISTRATION' })
        ).body.data.agencies.reduce(
          (found: Answered, each: Answered) => (each.id === known.id ? { agency: each } : found),
          {},
        );
        expect(agency).toMatchObject({ state: 'WITHDRAWN' });
        const mayEnd = pick % 2 === 0 || scene.clock.now().getUTCFullYear() > 2040;
        if (mayEnd && !ways.isLeft(['WITHDRAWN', 'INVITED'])) known = await begins();
        else {
          await comesBack(known);
          ways.took('WITHDRAWN', 'INVITED');
        }
      }
      const choices = ways.onward(known.state, leadingOn(known), (each) => heads(known, each));
      const move = wild ?? choices[pick % choices.length] ?? 'wait';
      const before = known.state;
      if (move === 'papers') {
        if (!known.papers) await papersComeIn(known);
        return;
      }
      if (move === 'wait') {
        const days = before === 'ACTIVE' ? 1_100 : 32;
        scene.clock.set(new Date(scene.clock.now().getTime() + days * DAY));
        await timePasses();
        if (known.notice !== null && known.notice <= scene.clock.now()) known.state = 'WITHDRAWN';
        else if (
          before === 'ACTIVE' &&
          scene.clock.now().getTime() - signedAt.getTime() > 1_097 * DAY
        )
          known.state = 'REVIEW_DUE';
        if (known.state !== before) {
          known.revision += 1;
          known.steps += 1;
          ways.took(before, known.state);
        }
      } else {
        const able: readonly Who[] = ['agree', 'refuse', 'suspend', 'lift'].includes(move)
          ? [dorothea, gideon]
          : Object.values(HOSTS);
        const who = anybody ?? able[pick % able.length] ?? prue;
        const isStale = pick % 17 === 3;
        const [command, given] = commandFor(move, scene.clock.now());
        const answer = await does(who, command, {
          agency: known.id,
          expectedRevision: known.revision + (isStale ? 1 : 0),
          ...given,
        });
        const outcome = expected(known, move, who);
        if (isStale && outcome !== '!ROLE_NOT_PERMITTED') {
          expect(answer).toMatchObject({ code: 'REVISION_PASSED', revision: known.revision });
        } else if (outcome.startsWith('!')) {
          expect(answer.turnedAway?.code ?? answer.code).toMatch(
            outcome === '!ROLE_NOT_PERMITTED'
              ? /^(ROLE_NOT_PERMITTED|PURPOSE_NOT_PERMITTED)$/
              : outcome.slice(1),
          );
          if (outcome === '!STEP_NOT_POSSIBLE') expect(answer.about[0]).toBe(known.state);
        } else {
          expect(answer).toMatchObject({
            agency: { state: outcome, revision: known.revision + 1 },
          });
          ways.took(before, outcome);
          known.state = outcome;
          known.revision += 1;
          known.steps += 1;
          if (['sign', 'join', 'review'].includes(move)) signedAt = scene.clock.now();
          if (move === 'notice') known.notice = new Date(answer.agency.leavesAt);
          if (['suspend', 'lift'].includes(move))
            known.proposed = { kind: move, by: agencyOf(who) };
          if (['agree', 'refuse'].includes(move)) known.proposed = null;
          const last = (await recordedOf(scene.database().owner, known.id)).at(-1);
          expect(last).toMatchObject({
            machine: 'AGENCY',
            actor: who.id,
            agency: agencyOf(who),
            onBehalfOf: 'AGENCY',
            before,
            after: outcome,
            reason: 'as agreed',
            at: scene.clock.now().toISOString(),
          });
        }
      }
      const steps = await recordedOf(scene.database().owner, known.id);
      expect(steps).toHaveLength(known.steps);
      expectChain(steps);
      expect(steps.at(-1)?.after).toBe(known.state);
      if (known.state !== before) {
        const outside = known.state === 'WITHDRAWN' ? 'ACCOUNT_NOT_ACTIVE' : 'AGENCY_NOT_IN_FORCE';
        expect(await refusedTo(niamh), known.state).toBe(
          SIGNED_STATES.includes(known.state) ? null : outside,
        );
      }
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
});
