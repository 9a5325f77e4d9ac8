import type { Connection } from '@postern/database';
import { connect } from '@postern/database';
import { familiesTimers } from '@postern/families';
import { cast } from '@postern/sample-county';
import { fireDue } from '@postern/scheduler';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Answered } from '../county-fixture.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import { commands } from './commands.ts';
import { nothingRunsOut } from './nothing-runs-out.ts';
import { recordedOf, STEPS, walk } from './walking.ts';

const { tom, bea } = cast.practitioners;
const { noor, sami: own } = cast.familyAccounts;
const { everard } = cast.families;
const { sami } = everard.persons;
const episode = everard.episodes.current;
const HOUR = 3_600_000;
/** Each step is a command and two questions. */
const SHARE = 0.1;
const LEVELS = ['OPEN_TO_PARENTS', 'SUMMARY_ONLY', 'CONFIDENTIAL'] as const;
const ASKERS = {
  own: [own, 'RIGHTS'],
  lead: [tom, 'COORDINATE_SUPPORT'],
  mother: [noor, 'RIGHTS'],
  team: [bea, 'COORDINATE_SUPPORT'],
} as const;
type Name = keyof typeof ASKERS;
const WORDS = `{ episode(reference: "${episode.reference}") { family { members { id voice { words } } agreement { revision parts { disclosureLimit } } } } }`;

const TIMERS = familiesTimers.filter(({ name }) => name === 'LIMIT_OVERRIDE_ENDED');
const scene = setScene();

let service: Connection;
beforeAll(async () => {
  service = connect(scene.database().address, 'families', { max: 1 });
  await nothingRunsOut(scene.database());
});
afterAll(() => service.close());

/** What he chose, what runs against it until when, and what was found of him. */
const model = {
  level: 'CONFIDENTIAL' as (typeof LEVELS)[number],
  overriddenUntil: null as number | null,
  isCompetent: true,
  steps: 0,
};
const now = () => scene.clock.now().getTime();
const isOverridden = () => model.overriddenUntil !== null && now() < model.overriddenUntil;

async function sends(by: Name, command: string, given: object): Promise<string | null> {
  const [who, purpose] = ASKERS[by];
  const answer: Answered = await commands(
    scene.gate(),
    who,
    command,
    { episode: episode.id, person: sami.id, reason: 'As he said.', ...given },
    {
      shows:
        command === 'reviewCompetence'
          ? '... on FamilyAgreementChanged { revision }'
          : '... on DisclosureLimitChanged { level holdsNow }',
      purpose,
    },
  );
  return answer.turnedAway?.code ?? answer.code ?? null;
}
const key = () => ({ idempotencyKey: crypto.randomUUID() });

async function chooses(by: Name, level: (typeof LEVELS)[number]): Promise<void> {
  const expected =
    by === 'mother' || by === 'team'
      ? 'RECORD_UNKNOWN'
      : model.isCompetent
        ? null
        : 'COMPETENCE_UNDECIDED';
  expect(await sends(by, 'setLimit', { level: { enum: level }, ...key() })).toBe(expected);
  if (expected !== null) return;
  model.level = level;
  model.steps += 1;
}

async function overrides(by: Name, hours: number): Promise<void> {
  const expected =
    by === 'lead'
      ? isOverridden() || model.level === 'OPEN_TO_PARENTS'
        ? 'STEP_NOT_POSSIBLE'
        : null
      : 'ROLE_NOT_PERMITTED';
  const until = new Date(now() + hours * HOUR).toISOString();
  const given = { until, notToldBecause: 'He would run away.', ...key() };
  expect(await sends(by, 'overrideLimit', given)).toBe(expected);
  if (expected !== null) return;
  model.overriddenUntil = now() + hours * HOUR;
  model.steps += 1;
}

async function finds(isCompetent: boolean): Promise<void> {
  const [held] = await scene.database().owner.run<{ revision: number }>({
    text: 'SELECT revision FROM families.family_agreement WHERE episode_id = $1',
    values: [episode.id],
  });
  const given = {
    decision: { enum: isCompetent ? 'COMPETENT' : 'NOT_COMPETENT' },
    directlySupported: true,
    expectedRevision: held?.revision,
  };
  expect(await sends('lead', 'reviewCompetence', given)).toBeNull();
  model.isCompetent = isCompetent;
}

async function goesOn(hours: number): Promise<void> {
  const wasOverridden = model.overriddenUntil !== null;
  scene.clock.set(new Date(now() + hours * HOUR));
  const { fired } = await fireDue(service, TIMERS, scene.clock.now(), {
    log: (entry) => expect(entry).toBeNull(),
  });
  const hasEnded = wasOverridden && !isOverridden();
  expect(fired).toBe(hasEnded ? 1 : 0);
  if (!hasEnded) return;
  model.overriddenUntil = null;
  model.steps += 1;
}

/** The mother reads his words where he opened them, and at no other time; he reads what holds. */
async function expectReads(): Promise<void> {
  const hers = await scene.gate().ask(noor, WORDS, { purpose: 'RIGHTS' });
  const him = hers.body.data.episode.family.members.find(({ id }: Answered) => id === sami.id);
  const isOpen = model.level === 'OPEN_TO_PARENTS' && !isOverridden();
  expect(him.voice ?? [], JSON.stringify(model)).toHaveLength(isOpen ? 1 : 0);
  expect(hers.body.data.episode.family.agreement.parts).toHaveLength(1);
  const his = await scene.gate().ask(own, WORDS, { purpose: 'RIGHTS' });
  expect(his.body.data.episode.family.agreement.parts).toEqual([
    { disclosureLimit: isOverridden() ? 'OVERRIDDEN' : model.level },
  ]);
}

type Step =
  | readonly ['SET', Name, (typeof LEVELS)[number]]
  | readonly ['OVERRIDE', Name, number]
  | readonly ['TIME', number]
  | readonly ['FIND', boolean];

const by = fc.constantFrom<Name>('own', 'own', 'own', 'lead', 'lead', 'lead', 'mother', 'team');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant('SET' as const), by, fc.constantFrom(...LEVELS)) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constant('OVERRIDE' as const), by, fc.integer({ min: 1, max: 72 })),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constant('TIME' as const), fc.constantFrom(0.5, 5, 40, 80)) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant('FIND' as const), fc.constantFrom(true, true, false)),
  },
);

const chosen = (by: Name, level: (typeof LEVELS)[number]): Step => ['SET', by, level];
const overridden = (by: Name): Step => ['OVERRIDE', by, 4];

/** What every walk meets: an override where all is open, one that holds whatever is chosen until it ends by itself, a choice of whom nobody finds competent, and others' tries. */
const FIRST: readonly Step[] = [
  ...[chosen('own', 'OPEN_TO_PARENTS'), overridden('lead'), chosen('own', 'CONFIDENTIAL')],
  ...[
    overridden('lead'),
    chosen('lead', 'OPEN_TO_PARENTS'),
    overridden('lead'),
    ['TIME', 5] as const,
  ],
  ...[['FIND', false] as const, chosen('own', 'SUMMARY_ONLY'), ['FIND', true] as const],
  ...[chosen('mother', 'OPEN_TO_PARENTS'), overridden('team')],
];

async function follow(given: Step): Promise<void> {
  scene.clock.set(new Date(now() + 1000));
  if (given[0] === 'SET') await chooses(given[1], given[2]);
  else if (given[0] === 'OVERRIDE') await overrides(given[1], given[2]);
  else if (given[0] === 'TIME') await goesOn(given[1]);
  else await finds(given[1]);
  await expectReads();
}

test('what a young person keeps from a parent is theirs to choose and holds at every moment, but for an override that ends by itself; found not competent, nothing of it is revealed', async () => {
  for (const given of FIRST) await follow(given);
  await walk(step, follow, { count: Math.ceil(STEPS * SHARE) });
  const steps = await recordedOf(scene.database().owner, sami.id);
  expect(steps.filter(({ machine }) => machine === 'DISCLOSURE_LIMIT')).toHaveLength(model.steps);
});
