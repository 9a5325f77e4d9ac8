import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { AGREED, ON_BASIS, Panel } from '../scenarios/vocabulary/panel.ts';
import { holdsOffice } from '../scenarios/vocabulary/relationship.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { expectChain, recordedOf, walk } from './walking.ts';
import type { Way } from './ways.ts';
import { Ways } from './ways.ts';

const { hester, paloma, owen, tom, grace, gideon } = cast.practitioners;
const PEOPLE = { hester, paloma, owen, tom, grace, gideon } as const;
type Name = keyof typeof PEOPLE;
const okafor = cast.families.okafor.episodes.current;

const scene = setScene();
const panel = new Panel(scene);

type Move =
  | 'list'
  | 'cancel'
  | 'finish'
  | 'present'
  | 'note'
  | 'ask'
  | 'tell'
  | 'close'
  | 'withdraw'
  | 'shut';

/** Where the meeting of a case stands, as far as it decides about it. */
type Meeting = 'NONE' | 'AHEAD' | 'OPENED' | 'OVER';

/** Where a step leads from where. Nothing of it is read from the code. */
const LIFE: Readonly<Record<Move, (state: string, meeting: Meeting) => string | undefined>> = {
  list: (state) => (state === 'REFERRED' ? 'LISTED' : undefined),
  cancel: (state, meeting) => (state === 'LISTED' && meeting === 'AHEAD' ? 'REFERRED' : undefined),
  finish: (state, meeting) => (state === 'LISTED' && meeting === 'OPENED' ? 'REFERRED' : undefined),
  present: (state, meeting) =>
    state === 'LISTED' && meeting === 'OPENED' ? 'PRESENTED' : undefined,
  note: (state) =>
    ['PRESENTED', 'ACTIONS_RECORDED'].includes(state) ? 'ACTIONS_RECORDED' : undefined,
  ask: (state) => (state === 'ACTIONS_RECORDED' ? 'FAMILY_FEEDBACK_DUE' : undefined),
  tell: (state) => (state === 'FAMILY_FEEDBACK_DUE' ? 'FEEDBACK_GIVEN' : undefined),
  close: (state) => (state === 'FEEDBACK_GIVEN' ? 'CLOSED' : undefined),
  withdraw: (state) => (['REFERRED', 'LISTED'].includes(state) ? 'WITHDRAWN' : undefined),
  // The episode closes.
  shut: (state) => {
    if (['REFERRED', 'LISTED'].includes(state)) return 'WITHDRAWN';
    return ['PRESENTED', 'ACTIONS_RECORDED'].includes(state) ? 'FAMILY_FEEDBACK_DUE' : undefined;
  },
};
const MOVES = Object.keys(LIFE) as Move[];
const READ = [
  ...['LISTED', 'PRESENTED', 'ACTIONS_RECORDED'],
  ...['FAMILY_FEEDBACK_DUE', 'FEEDBACK_GIVEN'],
];
const WAYS: readonly Way[] = ['REFERRED', ...READ].flatMap((from) =>
  (['AHEAD', 'OPENED'] as const).flatMap((meeting) =>
    MOVES.flatMap((move): Way[] => {
      const to = LIFE[move](from, meeting);
      return to === undefined ? [] : [[from, to]];
    }),
  ),
);

/** Hester coordinates for the hub, Paloma chairs, Owen is a member as well, Tom referred. */
const MAY: Readonly<Record<Exclude<Move, 'cancel' | 'finish' | 'shut'>, readonly Name[]>> = {
  list: ['hester'],
  present: ['hester', 'paloma'],
  note: ['hester', 'paloma'],
  ask: ['hester', 'paloma'],
  tell: ['tom'],
  close: ['hester'],
  withdraw: ['hester', 'tom'],
};
const COMMANDS: Readonly<Record<keyof typeof MAY, string>> = {
  list: 'listPanelCase',
  present: 'presentPanelCase',
  note: 'recordPanelActions',
  ask: 'askForPanelFeedback',
  tell: 'recordPanelFeedback',
  close: 'closePanelCase',
  withdraw: 'withdrawPanelCase',
};

const step = fc.record({
  wild: fc.option(fc.constantFrom(...MOVES), { freq: 3 }),
  anybody: fc.option(fc.constantFrom<Name>(...(Object.keys(PEOPLE) as Name[])), { freq: 3 }),
  onBasis: fc.boolean(),
  pick: fc.nat(999),
});

interface Known {
  readonly panelCase: string;
  readonly state: string;
  readonly revision: number;
  readonly meeting: string | null;
  readonly at: Meeting;
  /** The episode closed since it was referred. */
  readonly isShut: boolean;
}

async function refersAnew(onBasis: boolean): Promise<Known> {
  await panel.clear();
  const panelCase = await panel.refers(onBasis ? ON_BASIS : AGREED);
  return { panelCase, state: 'REFERRED', revision: 1, meeting: null, at: 'NONE', isShut: false };
}

/** Whether each member who is named finds the case now, and nobody who was only asked to the meeting. */
async function finds(who: Name): Promise<boolean> {
  const { body } = await scene
    .gate()
    .ask(PEOPLE[who], `{ episode(reference: "${okafor.reference}") { status } }`, {
      purpose: 'CHOOSE_SUPPORT',
    });
  expect(body.errors).toBeUndefined();
  return body.data.episode !== null;
}

async function argumentsOf(move: keyof typeof MAY, known: Known, meeting: string) {
  const { panelCase, revision: expectedRevision } = known;
  const held = { panelCase, expectedRevision };
  const day = COUNTY_NOW.toISOString().slice(0, 10);
  switch (move) {
    case 'list': {
      const { at, members } = await panel.listing(panelCase, meeting, [paloma.id, owen.id]);
      return { ...held, meeting, at, members, reason: 'For this month.' };
    }
    case 'note':
      return { ...held, notes: [await panel.notes()] };
    case 'tell':
      return { ...held, givenOn: day, way: { enum: 'VISIT' } };
    default:
      return { ...held, reason: 'As agreed.' };
  }
}

test('a case lives as it is described; its members read it from the day it is listed until it or its episode is closed, and nobody else does', async () => {
  await holdsOffice(scene, owen, 'PANEL_MEMBER');
  let known = await refersAnew(false);
  const ways = new Ways(WAYS);
  await walk(
    step,
    async ({ wild, anybody, onBasis, pick }) => {
      if (['CLOSED', 'WITHDRAWN'].includes(known.state)) known = await refersAnew(onBasis);
      // A meeting opens by itself, so that what it is asked for comes about.
      if (known.state === 'LISTED' && known.at === 'AHEAD' && pick % 2 === 0) {
        await panel.opens(known.meeting ?? '');
        known = { ...known, at: 'OPENED' };
      }
      const { state, at } = known;
      const led = (each: Move): string | undefined => LIFE[each](state, at);
      const leadingOn = ways.onward(state, MOVES.filter(led), led);
      const move = wild ?? leadingOn[pick % leadingOn.length] ?? 'list';
      const to = led(move);
      let allowed = to !== undefined;
      if (move === 'shut') {
        await panel.whileClosed(async () => {});
        known = { ...known, isShut: true };
      } else if (move === 'cancel' || move === 'finish') {
        if (known.meeting === null || at === 'NONE' || at === 'OVER') return;
        const command = move === 'cancel' ? 'cancelAgencyMeeting' : 'closeAgencyMeeting';
        const fits = at === (move === 'cancel' ? 'AHEAD' : 'OPENED');
        const answer = await panel.tries(hester, command, await panel.meetingStep(known.meeting));
        expect(answer.code).toBe(fits ? undefined : 'STEP_NOT_POSSIBLE');
        if (fits) known = { ...known, at: 'OVER' };
      } else {
        const may = MAY[move];
        const who = anybody ?? may[pick % may.length] ?? 'hester';
        const isStale = pick % 12 === 11;
        const meeting =
          move === 'list' ? await panel.plans({ invited: [paloma.id, owen.id, grace.id] }) : '';
        const given = await argumentsOf(move, known, meeting);
        const answer = await panel.tries(PEOPLE[who], COMMANDS[move], {
          ...given,
          expectedRevision: known.revision + (isStale ? 1 : 0),
        });
        allowed = may.includes(who) && to !== undefined && !isStale;
        expect(answer.state, `${who} ${move} ${state} ${at} ${answer.code}`).toBe(
          allowed ? to : undefined,
        );
        if (allowed && move === 'list') known = { ...known, meeting, at: 'AHEAD' };
      }
      if (allowed && to !== undefined) {
        ways.took(state, to);
        known = { ...known, state: to, revision: known.revision + 1 };
      }
      const steps = await recordedOf(scene.database().owner, known.panelCase);
      expectChain(steps);
      expect(steps).toHaveLength(known.revision);
      expect(steps.at(-1)).toMatchObject({ machine: 'PANEL_CASE', after: known.state });
      for (const who of ['paloma', 'owen'] as const)
        expect(await finds(who), `${who} ${known.state}`).toBe(
          READ.includes(known.state) && !known.isShut,
        );
      expect(await finds('gideon')).toBe(false);
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
});
