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
import { expectChain, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { tom, grace, niamh, prue, rhona, adaline } = cast.practitioners;
const okafor = cast.families.okafor.episodes.current;
const scene = setScene();

/** Of everything that happens in time only what is told here. */
const timers = partnersTimers.filter(({ name }) => name.startsWith('ACCURACY_ISSUE'));

/** Niamh raises, Grace recorded it, Prue is of the host team, Tom only leads, Rhona does not work with the family. */
const PEOPLE = { niamh, grace, prue, tom, rhona } as const;
type Name = keyof typeof PEOPLE;

type Move = 'pass' | 'dispute' | 'correct' | 'tell' | 'wait';

/** Where a step leads, by whether the recorder still works here; nothing of it is read from the code. */
const LIFE: Readonly<Record<Move, (state: string, isRecorderHere: boolean) => string | undefined>> =
  {
    pass: (state) => (state === 'WITH_RECORDER' ? 'WITH_HOST' : undefined),
    dispute: (state) => (state.startsWith('WITH_') ? 'DISPUTED' : undefined),
    correct: (state, isRecorderHere) =>
      state.startsWith('WITH_') || state === 'DISPUTED'
        ? isRecorderHere
          ? 'RECIPIENTS_TOLD'
          : 'CORRECTED'
        : undefined,
    tell: (state) => (state === 'CORRECTED' ? 'RECIPIENTS_TOLD' : undefined),
    wait: (state) => (state === 'WITH_RECORDER' ? 'WITH_HOST' : undefined),
  };
const MOVES = Object.keys(LIFE) as Move[];
const WAYS = [
  ['CORRECTED', 'RECIPIENTS_TOLD'],
  ['DISPUTED', 'CORRECTED'],
  ['DISPUTED', 'RECIPIENTS_TOLD'],
  ['WITH_HOST', 'CORRECTED'],
  ['WITH_HOST', 'DISPUTED'],
  ['WITH_HOST', 'RECIPIENTS_TOLD'],
  ['WITH_RECORDER', 'DISPUTED'],
  ['WITH_RECORDER', 'RECIPIENTS_TOLD'],
  ['WITH_RECORDER', 'WITH_HOST'],
] as const;

const MAY: Readonly<Record<Move, readonly Name[]>> = {
  pass: ['grace', 'prue'],
  dispute: ['grace', 'prue'],
  correct: ['grace', 'prue'],
  tell: ['prue'],
  wait: [],
};

const CALLS: Readonly<Record<Exclude<Move, 'wait'>, readonly [command: string, args: string]>> = {
  pass: ['passAccuracyIssueToHost', 'reason: "It is in a part that I cannot edit."'],
  dispute: ['disputeAccuracyIssue', 'answer: "The birth certificate says so."'],
  correct: ['correctAccuracyIssue', 'answer: "Put right: 2014, not 2041."'],
  tell: ['confirmSourceTold', 'reason: "By letter to the surgery."'],
};

const SHOWN = `__typename ... on AccuracyIssueChanged { accuracyIssue { id state revision dueAt } }
  ... on CommandRefusal { code about revision findings { part } }`;

let service: Connection;
beforeAll(() => {
  service = connect(scene.database().address, 'partners', { max: 2 });
});
afterAll(() => service.close());

async function asks(name: Name, command: string, args: string): Promise<Answered> {
  const { body } = await scene
    .gate()
    .ask(PEOPLE[name], `mutation { ${command}(${args}) { ${SHOWN} } }`, {
      purpose: name === 'prue' ? 'ADMINISTRATION' : 'COORDINATE_SUPPORT',
    });
  return body.errors === undefined ? body.data[command] : { refused: body.errors[0]?.extensions };
}

function raising(over: Readonly<Record<string, unknown>> = {}): string {
  const args = {
    episode: okafor.id,
    coordinate: 'Person.dateOfBirth',
    person: cast.families.okafor.persons.chidi.id,
    wrong: 'The year is wrong.',
    foundOn: '2026-06-17',
    recordedBy: grace.id,
    idempotencyKey: crypto.randomUUID(),
    ...over,
  };
  return Object.entries(args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(', ');
}

async function begins(over: Readonly<Record<string, unknown>> = {}): Promise<Answered> {
  const answer = await asks('niamh', 'raiseAccuracyIssue', raising(over));
  expect(answer.accuracyIssue).toBeDefined();
  return answer.accuracyIssue;
}

async function stored(id: string): Promise<Answered> {
  const [row] = await scene.database().owner.run<Record<string, unknown>>({
    text: 'SELECT state, revision, answer, raised_by_agency_id AS agency FROM partners.accuracy_issue WHERE id = $1',
    values: [id],
  });
  return row;
}

async function noticesTo(account: string): Promise<readonly string[]> {
  const rows = await scene.database().owner.run<{ kind: string }>({
    text: 'SELECT kind FROM scheduler.notice WHERE to_account = $1',
    values: [account],
  });
  return rows.map(({ kind }) => kind);
}

const step = fc.record({
  // Mostly a move that leads on, and by somebody who may.
  wild: fc.option(fc.constantFrom(...MOVES), { freq: 2 }),
  anybody: fc.option(fc.constantFrom<Name>(...(Object.keys(PEOPLE) as Name[])), { freq: 2 }),
  isRecorderHere: fc.boolean(),
  pick: fc.nat(999),
});

test('an issue lives as it is described, whoever tries what, and every step is on the record', async () => {
  let issue = await begins();
  let known = { state: 'WITH_RECORDER', revision: 2, steps: 2, isRecorderHere: true };
  const ways = new Ways(WAYS);
  await walk(
    step,
    async ({ wild, anybody, isRecorderHere, pick }) => {
      if (known.state === 'RECIPIENTS_TOLD') {
        issue = await begins(isRecorderHere ? {} : { recordedBy: null });
        const state = isRecorderHere ? 'WITH_RECORDER' : 'WITH_HOST';
        known = { state, revision: 2, steps: 2, isRecorderHere };
      }
      const led = (each: Move): string | undefined => LIFE[each](known.state, known.isRecorderHere);
      const leadingOn = ways.onward(known.state, MOVES.filter(led), led);
      const move = wild ?? leadingOn[pick % leadingOn.length] ?? 'correct';
      const next = led(move);
      if (move === 'wait') {
        await fireDue(service, timers, new Date(issue.dueAt), { log: () => {} });
      } else {
        const may = MAY[move].filter((name) => name !== 'grace' || known.isRecorderHere);
        const who = anybody ?? may[pick % may.length] ?? 'prue';
        const isStale = pick % 10 === 9;
        const [command, args] = CALLS[move];
        const revision = known.revision + (isStale ? 1 : 0);
        const answer = await asks(
          who,
          command,
          `issue: "${issue.id}", expectedRevision: ${revision}, ${args}`,
        );
        const allowed = may.includes(who) && next !== undefined && !isStale;
        expect(answer.accuracyIssue?.state, `${who} ${move} ${known.state}`).toBe(
          allowed ? next : undefined,
        );
        if (may.includes(who) && isStale) expect(answer.code).toBe('REVISION_PASSED');
        if (may.includes(who) && !isStale && next === undefined)
          expect(answer.code).toBe('STEP_NOT_POSSIBLE');
        if (who === 'rhona') expect(answer.code).toMatch(/^(RECORD_UNKNOWN|ROLE_NOT_PERMITTED)$/);
        if (who === 'niamh' && move !== 'tell' && !isStale)
          expect(answer.code).toBe('NOT_YOURS_TO_CORRECT');
        if (!allowed) {
          expect(await stored(issue.id)).toMatchObject({
            state: known.state,
            revision: known.revision,
          });
          expect(await recordedOf(scene.database().owner, issue.id)).toHaveLength(known.steps);
          return;
        }
      }
      if (next === undefined) return;
      ways.took(known.state, next);
      const steps = await recordedOf(scene.database().owner, issue.id);
      expectChain(steps);
      // A correction tells the source and the recipients, each a step of its own.
      const added = next === 'RECIPIENTS_TOLD' ? (move === 'correct' ? 3 : 2) : 1;
      expect(steps).toHaveLength(known.steps + added);
      known = { ...known, state: next, revision: known.revision + added, steps: steps.length };
      expect(await stored(issue.id)).toMatchObject({ state: next, revision: known.revision });
      expect(steps.at(-1)).toMatchObject({ machine: 'ACCURACY_ISSUE', after: next });
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
});

describe('raising', () => {
  test.each([
    ['of an episode that one does not work on', { episode: 'none' }, 'RECORD_UNKNOWN'],
    ['of a field that there is not', { coordinate: 'Person.shoeSize' }, 'ARGUMENT_INVALID'],
    ['of a type that is in every object', { coordinate: '__proto__.x' }, 'ARGUMENT_INVALID'],
    ['found tomorrow', { foundOn: '2026-06-18' }, 'FOUND_LATER_THAN_NOW'],
    ['found on no day', { foundOn: '2026-02-30' }, 'ARGUMENT_INVALID'],
    ['that says nothing', { wrong: ' \u200b' }, 'ARGUMENT_INVALID'],
    ['recorded by nobody one knows', { recordedBy: adaline.id }, 'RECORD_UNKNOWN'],
    ['of no person', { person: 'Chidi' }, 'ARGUMENT_INVALID'],
  ])('%s is refused', async (_, over, code) => {
    const { body } = await scene
      .gate()
      .ask(niamh, `mutation { raiseAccuracyIssue(${raising(over)}) { ${SHOWN} } }`);
    const found = body.data?.raiseAccuracyIssue?.code ?? body.errors?.[0]?.extensions['code'];
    expect(['GRAPHQL_VALIDATION_FAILED', code]).toContain(found);
  });

  test('text is kept as it is given, and sent twice it is raised once', async () => {
    const wrong = 'תאריך — "quoted" \\ <b>{{}}</b> %s';
    const args = raising({ wrong });
    const first = await asks('niamh', 'raiseAccuracyIssue', args);
    const again = await asks('niamh', 'raiseAccuracyIssue', args);
    expect(again.accuracyIssue.id).toBe(first.accuracyIssue.id);
    const [row] = await scene.database().owner.run<{ wrong: string }>({
      text: 'SELECT wrong FROM partners.accuracy_issue WHERE id = $1',
      values: [first.accuracyIssue.id],
    });
    expect(row?.wrong).toBe(wrong);
  });

  test('two working days after a Wednesday it is late on Friday night, in summer time', async () => {
    const { dueAt } = await begins();
    expect(new Date(dueAt).toISOString()).toBe('2026-06-19T23:00:00.000Z');
    expect(COUNTY_NOW.toISOString()).toBe('2026-06-17T10:00:00.000Z');
  });
});

test('a correction is told to whoever was shown what was wrong, and to nobody twice', async () => {
  await scene
    .reader(tom)
    .for('COORDINATE_SUPPORT')
    .asksOf(okafor, 'family { members { dateOfBirth } }');
  const before = await noticesTo(tom.id);
  const { id } = await begins();
  await asks(
    'grace',
    'correctAccuracyIssue',
    `issue: "${id}", expectedRevision: 2, ${CALLS.correct[1]}`,
  );
  const told = (kinds: readonly string[]): number =>
    kinds.filter((kind) => kind === 'CORRECTION_MADE').length;
  expect(told(await noticesTo(tom.id)) - told(before)).toBe(1);
  expect(await noticesTo(rhona.id)).not.toContain('CORRECTION_MADE');
});

test('a member of a family says what is wrong of their own, and it is nobody’s of the agency that vouches for them', async () => {
  const ngozi = cast.familyAccounts.ngozi;
  const { body } = await scene
    .gate()
    .ask(
      ngozi,
      `mutation { raiseAccuracyIssue(${raising({ recordedBy: null, person: null })}) { ${SHOWN} } }`,
      {
        purpose: 'RIGHTS',
      },
    );
  expect(body.data.raiseAccuracyIssue).toMatchObject({ accuracyIssue: { state: 'WITH_HOST' } });
  expect(await stored(body.data.raiseAccuracyIssue.accuracyIssue.id)).toMatchObject({
    agency: null,
  });
});
