import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { partnersTimers } from '@postern/partners';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { COUNTY_NOW } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Move, Name } from './information-request-life.ts';
import { CALLS, ENDED, LIFE, MAY, MOVES, PEOPLE, PURPOSES } from './information-request-life.ts';
import { expectChain, RACES, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { dorothea } = cast.practitioners;
const { fernhollow, cobblewick, marlValley } = cast.agencies;
const okafor = cast.families.okafor.episodes.current;
const scene = setScene();

/** Of everything that happens in time only what is told here. */
const timers = partnersTimers.filter(({ name }) => name === 'INFORMATION_REQUEST_UNANSWERED');

const SHOWN = `__typename ... on InformationRequestChanged { informationRequest { id state revision refusalCode reasons dueAt } }
  ... on CommandRefusal { code about revision findings { part expected } }`;

let service: Connection;
beforeAll(() => {
  service = connect(scene.database().address, 'partners', { max: 2 });
});
afterAll(() => service.close());

async function asks(name: Name, command: string, args: string): Promise<Answered> {
  const { body } = await scene
    .gate()
    .ask(PEOPLE[name], `mutation { ${command}(${args}) { ${SHOWN} } }`, {
      purpose: PURPOSES[name],
    });
  return body.errors === undefined ? body.data[command] : { refused: body.errors[0]?.extensions };
}

async function begins(asked = 'Attendance since September, to plan support.'): Promise<Answered> {
  const { informationRequest } = await asks(
    'niamh',
    'askForInformation',
    `episode: "${okafor.id}", holdingAgency: "${fernhollow.id}", asked: ${JSON.stringify(asked)}, idempotencyKey: "${crypto.randomUUID()}"`,
  );
  return informationRequest;
}

async function stored(id: string): Promise<Answered> {
  const [row] = await scene.database().owner.run<Record<string, unknown>>({
    text: 'SELECT state, revision, refusal_code AS code, reasons FROM partners.information_request WHERE id = $1',
    values: [id],
  });
  return row;
}

const step = fc.record({
  // Mostly a move that leads on, and by somebody who may: else hardly anything would happen.
  wild: fc.option(fc.constantFrom(...MOVES), { freq: 2 }),
  anybody: fc.option(fc.constantFrom<Name>(...(Object.keys(PEOPLE) as Name[])), { freq: 2 }),
  pick: fc.nat(999),
});

test('a request lives as it is described, whoever tries what, and every step is on the record', async () => {
  let request = await begins();
  let known = { state: 'ASKED', revision: 1, steps: 1 };
  const ways = new Ways(Object.values(LIFE).flat());
  await walk(
    step,
    async ({ wild, anybody, pick }) => {
      if (ENDED.includes(known.state)) {
        request = await begins();
        known = { state: 'ASKED', revision: 1, steps: 1 };
      }
      const led = (each: Move): string | undefined =>
        LIFE[each].find(([from]) => from === known.state)?.[1];
      const leadingOn = ways.onward(known.state, MOVES.filter(led), led);
      const move = wild ?? leadingOn[pick % leadingOn.length] ?? 'share';
      const next = led(move);
      if (move === 'expire') {
        scene.clock.set(new Date(request.dueAt));
        const { fired } = await fireDue(service, timers, new Date(request.dueAt), {
          log: () => {},
        });
        scene.clock.set(COUNTY_NOW);
        if (next === undefined) expect(fired).toBe(0);
      } else {
        const may = MAY[move];
        const who = anybody ?? may[pick % may.length] ?? 'niamh';
        const [command, args] = CALLS[move];
        const isStale = pick % 10 === 9;
        const answer = await asks(
          who,
          command,
          `request: "${request.id}", expectedRevision: ${known.revision + (isStale ? 1 : 0)}${args === '' ? '' : `, ${args}`}`,
        );
        const allowed = may.includes(who) && next !== undefined && !isStale;
        if (allowed)
          expect(answer).toMatchObject({
            informationRequest: { state: next, revision: known.revision + 1 },
          });
        else expect(answer.informationRequest).toBeUndefined();
        if (may.includes(who) && !isStale && next === undefined)
          expect(answer).toMatchObject({ code: 'STEP_NOT_POSSIBLE', revision: known.revision });
        if (may.includes(who) && isStale)
          expect(answer).toMatchObject({ code: 'REVISION_PASSED', revision: known.revision });
        if (who === 'rhona')
          expect(answer).toMatchObject({
            code: expect.stringMatching(/^(RECORD_UNKNOWN|ROLE_NOT_PERMITTED)$/),
          });
        if (!allowed) {
          expect(await stored(request.id)).toMatchObject({
            state: known.state,
            revision: known.revision,
          });
          expect(await recordedOf(scene.database().owner, request.id)).toHaveLength(known.steps);
          return;
        }
      }
      if (next === undefined) return;
      ways.took(known.state, next);
      known = { state: next, revision: known.revision + 1, steps: known.steps + 1 };
      expect(await stored(request.id)).toMatchObject({ state: next, revision: known.revision });
      const steps = await recordedOf(scene.database().owner, request.id);
      expect(steps).toHaveLength(known.steps);
      expectChain(steps);
      const last = steps.at(-1);
      expect(last).toMatchObject(
        move === 'expire'
          ? { actor: null, agency: null, onBehalfOf: 'SERVICE', after: next }
          : { machine: 'INFORMATION_REQUEST', after: next, at: COUNTY_NOW.toISOString() },
      );
      if (move !== 'expire') {
        const actor = Object.values(PEOPLE).find(({ id }) => id === last?.actor);
        expect(actor?.agency.id).toBe(last?.agency);
      }
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
});

describe('asking', () => {
  const question = (over: Readonly<Record<string, unknown>> = {}) => {
    const args = {
      episode: okafor.id,
      holdingAgency: fernhollow.id,
      asked: 'What is known of attendance?',
      idempotencyKey: crypto.randomUUID(),
      ...over,
    };
    return Object.entries(args)
      .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
      .join(', ');
  };

  test.each([
    ['an episode that one does not work on', 'rhona', {}, 'RECORD_UNKNOWN'],
    ['no episode at all', 'niamh', { episode: 'x' }, 'RECORD_UNKNOWN'],
    ['one’s own agency', 'niamh', { holdingAgency: marlValley.id }, 'OWN_AGENCY_ASKED'],
    [
      'an agency that the family excluded',
      'niamh',
      { holdingAgency: cobblewick.id },
      'AGENCY_NOT_TO_BE_ASKED',
    ],
    ['no agency', 'niamh', { holdingAgency: crypto.randomUUID() }, 'AGENCY_NOT_TO_BE_ASKED'],
    ['no agency by its id', 'niamh', { holdingAgency: 'none' }, 'AGENCY_NOT_TO_BE_ASKED'],
    ['nothing', 'niamh', { asked: ' \u200b ' }, 'ARGUMENT_INVALID'],
    ['too much', 'niamh', { asked: 'x'.repeat(10_001) }, 'ARGUMENT_INVALID'],
    ['under a duty that binds neither', 'niamh', { statutoryDuty: true }, 'NO_STATUTORY_DUTY'],
  ] as const)('%s is refused', async (_, who, over, code) => {
    expect(await asks(who, 'askForInformation', question(over))).toMatchObject({ code });
  });

  test('text is kept as it is given, and a key sent twice asks once', async () => {
    const asked = 'শিশুর স্কুল — "why" \\ <script>alert(1)</script> {{x}} %s';
    const args = question({ asked });
    const first = await asks('niamh', 'askForInformation', args);
    expect((await asks('niamh', 'askForInformation', args)).informationRequest.id).toBe(
      first.informationRequest.id,
    );
    const [row] = await scene.database().owner.run<{ asked: string }>({
      text: 'SELECT asked FROM partners.information_request WHERE id = $1',
      values: [first.informationRequest.id],
    });
    expect(row?.asked).toBe(asked);
  });
});

describe('a refusal', () => {
  test.each([
    ['without reasons', 'answer: REFUSED, code: NOT_NECESSARY', 'reasons'],
    ['without a code', 'answer: REFUSED, reasons: "because"', 'code'],
    [
      'with reasons that say nothing',
      'answer: REFUSED, code: NOT_HELD, reasons: " \u00a0"',
      'reasons',
    ],
    ['in part without reasons', 'answer: PART_SHARED, code: NOT_HELD', 'reasons'],
    ['that shares everything', 'answer: SHARED, code: NOT_HELD, reasons: "because"', 'code'],
  ])('%s cannot be saved', async (_, args, part) => {
    const { id } = await begins();
    const answer = await asks(
      'grace',
      'answerInformationRequest',
      `request: "${id}", expectedRevision: 1, ${args}`,
    );
    expect(answer).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(answer.findings.map((each: Answered) => each.part)).toContain(part);
    expect(await stored(id)).toMatchObject({ state: 'ASKED', code: null, reasons: null });
  });

  test('cannot be written without reasons by any other way either', async () => {
    const { id } = await begins();
    await expect(
      service.run({
        text: `UPDATE partners.information_request SET state = 'REFUSED', refusal_code = 'NOT_HELD', reasons = ' ' WHERE id = $1`,
        values: [id],
      }),
    ).rejects.toMatchObject({ logged: { sqlstate: '23514' } });
  });

  test('is decided on by nobody who had a part in it', async () => {
    const { id } = await begins();
    await asks(
      'grace',
      'answerInformationRequest',
      `request: "${id}", expectedRevision: 1, ${CALLS.refuse[1]}`,
    );
    await asks(
      'niamh',
      'escalateInformationRequest',
      `request: "${id}", expectedRevision: 2, reason: "r"`,
    );
    await scene.given.changed('partners.information_request', { id }, { answered_by: dorothea.id });
    expect(
      await asks(
        'dorothea',
        'decideEscalation',
        `request: "${id}", expectedRevision: 3, decision: CONFIRMED, reason: "r"`,
      ),
    ).toMatchObject({ code: 'SECOND_PERSON' });
  });
});

test('of two answers that meet the later one is told so', async () => {
  for (let race = 0; race < RACES; race += 1) {
    const { id } = await begins();
    const answers = await Promise.all([
      asks(
        'grace',
        'answerInformationRequest',
        `request: "${id}", expectedRevision: 1, ${CALLS.refuse[1]}`,
      ),
      asks(
        'caspar',
        'answerInformationRequest',
        `request: "${id}", expectedRevision: 1, ${CALLS.share[1]}`,
      ),
    ]);
    expect(answers.map(({ code }) => code ?? null).sort()).toEqual(['REVISION_PASSED', null]);
    expect(await recordedOf(scene.database().owner, id)).toHaveLength(2);
  }
});
