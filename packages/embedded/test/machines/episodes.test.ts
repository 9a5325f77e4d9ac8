import { cast } from '@postern/sample-county';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COUNTY_NOW } from '../county-fixture.ts';
import { Help } from '../scenarios/vocabulary/living-record.ts';
import { setScene } from '../scenarios/vocabulary/scene.ts';
import type { Life, Move, Who } from './episode-life.ts';
import { kept, LIFE, MOVES, mayRecord, NEW_LIFE, OVER, sees, WAYS } from './episode-life.ts';
import { expectChain, recordedOf, walk } from './walking.ts';
import { Ways } from './ways.ts';

const { dev, tom, joel, gideon, rhona, prue } = cast.practitioners;
const PEOPLE = { dev, tom, joel, gideon, rhona } as const;
const NAMES = Object.keys(PEOPLE) as Who[];

const scene = setScene();
const help = new Help(scene);

const CALLS: Readonly<Record<Move, readonly [command: string, given?: Record<string, unknown>]>> = {
  screen: ['screenContact'],
  signpost: ['signpostContact'],
  end: ['endWithoutAction'],
  advise: ['recordConsultationOnly'],
  ask: ['askForAgreement'],
  open: ['openEpisode'],
  team: ['formTeam'],
  begin: ['beginClosing'],
  callOff: ['callOffClosing'],
  close: ['closeEpisode', { endReason: 'OUTCOMES_MET' }],
  decline: ['closeEpisode', { endReason: 'DECLINED_OR_WITHDREW' }],
  reopen: ['reopenEpisode', { newNeed: 'A new need.' }],
};

/** What happens beside the steps: what they ask for comes about, one thing after another. */
type Event = 'answer' | 'agree' | 'screener' | 'lead' | 'member' | 'level' | 'stepUp';

const step = fc.record({
  // Mostly a move that leads on, and by somebody who may, once it has what it asks for.
  lot: fc.nat(7),
  wild: fc.constantFrom(...MOVES),
  anybody: fc.constantFrom<Who>(...NAMES),
  pick: fc.nat(999),
});

/** Something that the next steps ask for and is not there yet; null where nothing is. */
function nextEvent(life: Life, isSteppedUp: boolean): Event | null {
  const { status, answered, agreed, screened, led, joined, level } = life;
  const isBefore = ['CONTACT', 'SCREENING', 'AWAITING_AGREEMENT', 'REOPENED'].includes(status);
  if (isSteppedUp && ['OPEN', 'OPEN_TAF'].includes(status)) return 'stepUp';
  if (isBefore && !screened) return 'screener';
  if (!answered && ['CONTACT', 'SCREENING'].includes(status)) return 'answer';
  if (!agreed && ['AWAITING_AGREEMENT', 'REOPENED'].includes(status)) return 'agree';
  if (agreed && !led && ['AWAITING_AGREEMENT', 'OPEN'].includes(status)) return 'lead';
  if (status === 'OPEN' && !joined) return 'member';
  return status === 'OPEN' && level !== 2 ? 'level' : null;
}

/** Brings it about through the API, as far as there is one for it. */
async function happens(
  event: Event,
  life: Life,
  { episode, referral }: { readonly episode: string; readonly referral: string },
): Promise<Life> {
  if (event === 'answer') {
    const answer = await help.answers(dev, referral, 'ACCEPTED');
    expect(answer.referral?.outcome).toBe('ACCEPTED');
    return { ...life, answered: true };
  }
  if (event === 'agree') {
    await help.agrees(episode);
    return { ...life, agreed: true };
  }
  if (event === 'level') {
    await help.takes(gideon, 'changeLevelOfNeed', episode, {
      toLevel: 2,
      idempotencyKey: crypto.randomUUID(),
    });
    return { ...life, level: 2 };
  }
  if (event === 'stepUp') {
    await stepsUp(episode, life.status);
    return { ...life, status: 'STEPPED_UP' };
  }
  const [who, role, change] = (
    {
      screener: [dev, 'EHAST_PRACTITIONER', { screened: true }],
      lead: [tom, 'LEAD_PROFESSIONAL', { led: true }],
      member: [joel, 'TAF_MEMBER', { joined: true }],
    } as const
  )[event];
  const { refused } = await help.admits(who, role, episode);
  expect(refused).toBeNull();
  return { ...life, ...change };
}

/** Social care takes over, on the record as a command would put it. */
async function stepsUp(episode: string, before: string): Promise<void> {
  await scene.database().owner.run({
    text: `WITH stepped AS (UPDATE episodes.episode SET status = 'STEPPED_UP', revision = revision + 1 WHERE id = $1 RETURNING id)
      SELECT access.record_steps('EPISODE', ARRAY[id], 'STEP_UP', ARRAY[$2::text], 'STEPPED_UP', 'AGENCY', 'A risk.', '{}'::jsonb,
        ARRAY[NULL::uuid], ARRAY[NULL::uuid], ARRAY[id], NULL, NULL, $3::timestamptz) FROM stepped`,
    values: [episode, before, COUNTY_NOW.toISOString()],
  });
}

async function begins(): Promise<{ readonly episode: string; readonly referral: string }> {
  const contact = await help.refers();
  await help.admits(gideon, 'EARLY_HELP_MANAGER', contact.episode);
  return contact;
}

async function stepsOf(episode: string) {
  const steps = await recordedOf(scene.database().owner, episode);
  return steps.filter(({ machine }) => machine === 'EPISODE');
}

async function liveGrants(episode: string): Promise<readonly string[]> {
  const rows = await scene.database().owner.run<{ role: string }>({
    text: 'SELECT role FROM access.access_grant WHERE episode_id = $1 AND revoked_at IS NULL ORDER BY role',
    values: [episode],
  });
  return rows.map(({ role }) => role);
}

/** Whether the host is told that nobody has access who could screen it. */
async function waits(episode: string): Promise<boolean> {
  const { body } = await scene.gate().ask(prue, '{ contactsToScreen { episode } }', {
    purpose: 'ADMINISTRATION',
  });
  expect(body.errors).toBeUndefined();
  return body.data.contactsToScreen.some((each: { episode: string }) => each.episode === episode);
}

test('an episode lives as it is described, whoever tries what, and every step is on the record', async () => {
  let held = await begins();
  let life = NEW_LIFE;
  let steps = 1;
  const ways = new Ways(WAYS);
  await walk(
    step,
    async ({ lot, wild, anybody, pick }) => {
      const mayComeBack =
        life.status === 'CLOSED' && (ways.isLeft(['CLOSED', 'REOPENED']) || pick % 3 > 0);
      if (
        (OVER.includes(life.status) && !mayComeBack) ||
        (life.status === 'CONSULTATION_ONLY' && pick % 2 === 0)
      ) {
        held = await begins();
        life = NEW_LIFE;
        steps = 1;
      }
      const stepsUpNow = pick % 9 === 0 || ways.isLeft([life.status, 'STEPPED_UP']);
      const event = lot > 2 ? nextEvent(life, stepsUpNow) : null;
      if (event !== null) {
        const before = life.status;
        life = await happens(event, life, held);
        if (event === 'stepUp') {
          ways.took(before, life.status);
          steps += 1;
        }
        return;
      }
      const leads = (each: Move) => LIFE[each](life)?.status;
      const ready = MOVES.filter((each) => leads(each) !== undefined && kept(each, life) === null);
      // Closing that is called off leads back to where it began, to a team only from one.
      const isToTeamUp = life.status === 'OPEN' && ways.isLeft(['CLOSING', 'OPEN_TAF']);
      const onward =
        isToTeamUp && ready.includes('team')
          ? (['team'] as const)
          : ways.onward(life.status, ready, leads);
      const move =
        (lot === 0 ? wild : undefined) ?? onward[pick % Math.max(onward.length, 1)] ?? 'close';
      const may = NAMES.filter((name) => mayRecord(name, life));
      const who = (lot === 1 ? anybody : undefined) ?? may[pick % may.length] ?? 'gideon';
      const next = LIFE[move](life);
      const isStale = pick % 10 === 9;
      const { revision } = await help.stands(held.episode);
      const [command, given = {}] = CALLS[move];
      const expected = isStale ? { ...given, expectedRevision: revision + 1 } : given;
      const { changed, refused } = await help.tries(PEOPLE[who], command, held.episode, expected);
      const why = !sees(who, life)
        ? 'RECORD_UNKNOWN'
        : !mayRecord(who, life)
          ? 'RECORDING_NOT_PERMITTED'
          : isStale
            ? 'REVISION_PASSED'
            : next === undefined
              ? 'STEP_NOT_POSSIBLE'
              : kept(move, life);
      expect(refused?.code ?? null, `${who} ${move} ${JSON.stringify(life)}`).toBe(why);
      if (why === null && next !== undefined) {
        const after = { ...life, ...next };
        ways.took(life.status, after.status);
        life = after;
        steps += 1;
        expect(changed?.episode?.status ?? null).toBe(sees(who, life) ? life.status : null);
        if (OVER.includes(life.status))
          expect(await liveGrants(held.episode)).toEqual(['EARLY_HELP_MANAGER']);
      }
      const stands = await help.stands(held.episode);
      expect(stands).toMatchObject({
        status: life.status,
        revision: revision + (why === null ? 1 : 0),
      });
      const recorded = await stepsOf(held.episode);
      expect(recorded).toHaveLength(steps);
      expectChain(recorded);
      expect(recorded.at(-1)?.after).toBe(life.status);
      if (pick % 5 === 0)
        expect(await waits(held.episode)).toBe(
          ['CONTACT', 'SCREENING'].includes(life.status) && !life.screened,
        );
    },
    { until: () => ways.areTaken },
  );
  ways.expectAll();
});
