import type { Connection } from '@postern/database';
import fc from 'fast-check';
import type { Target } from '../target.ts';
import type { Revocation } from './revocations.ts';
import { REVOCATIONS } from './revocations.ts';
import type { Victim } from './victim.ts';
import { candidates, questionOf } from './victim.ts';

/** So many rounds of one seed. */
export interface NewEnemyRun {
  readonly seed: number;
  readonly rounds: number;
}

/** What is revoked and written through, and every process that reads. */
export interface NewEnemyWorld {
  readonly owner: Connection;
  readonly readers: readonly Target[];
  readonly victims: readonly Victim[];
  /** The moment of a change; no reader's clock is behind it. */
  now(): string;
}

/** What was done and read; a reader is denied after a revocation, or the run ends. */
export interface NewEnemyFigures {
  readonly rounds: number;
  readonly revocations: Readonly<Record<Revocation['name'], number>>;
  /** Reads before a revocation, which bring the record as it was last written. */
  readonly granted: number;
  /** Reads under way while access is taken away: they may bring the record, never what is written after. */
  readonly underWay: { readonly granted: number; readonly denied: number };
  /** Reads that start after the commit. */
  readonly denied: number;
}

const MOST_VICTIMS = 12;
const PURPOSE = 'UNDERSTAND_NEEDS';

/** The accounts that do read their episode, through whichever process. */
export async function findVictims(
  owner: Connection,
  [reader]: readonly Target[],
): Promise<readonly Victim[]> {
  const victims: Victim[] = [];
  for (const candidate of await candidates(owner)) {
    if (victims.length === MOST_VICTIMS) break;
    if (
      victims.some(
        ({ subject, episodeId }) =>
          subject === candidate.subject || episodeId === candidate.episodeId,
      )
    )
      continue;
    const text = reader === undefined ? '' : await read(reader, candidate);
    if (names(text).has(candidate.personId)) victims.push(candidate);
  }
  return victims;
}

/**
 * Revokes, then writes, then reads from every process ("new enemy"): a read that starts after the revocation's commit
 * brings nothing, and no read, whenever it started, brings what was written after it.
 * @throws Error telling the round in which one did
 */
export async function runNewEnemy(
  run: NewEnemyRun,
  world: NewEnemyWorld,
): Promise<NewEnemyFigures> {
  const seen = {
    rounds: 0,
    revocations: { GRANT_REVOKED: 0, ACCOUNT_LOCKED: 0, ROLE_ENDED: 0, POLICY_ACTIVATED: 0 },
    granted: 0,
    underWay: { granted: 0, denied: 0 },
    denied: 0,
  };
  for (const [index, drawn] of drawnRounds(run, world.victims).entries()) {
    const told = await oneRound(drawn, `n${run.seed}-${index + 1}`, world);
    if (told.broken !== null)
      throw new Error(
        `Seed ${run.seed}, round ${index + 1}, ${drawn.revocation.name}: ${told.broken}`,
      );
    seen.rounds += 1;
    seen.revocations[drawn.revocation.name] += 1;
    seen.granted += world.readers.length;
    seen.denied += world.readers.length;
    seen.underWay.granted += told.underWay.granted;
    seen.underWay.denied += told.underWay.denied;
  }
  return seen;
}

interface DrawnRound {
  readonly victim: Victim;
  readonly revocation: Revocation;
  /** How many processes are asked just before access is taken away, without waiting for them. */
  readonly early: number;
  /** How many are asked as soon as it is taken away; the others once something is written, which may wake who slept. */
  readonly atOnce: number;
}

function drawnRounds(
  { seed, rounds }: NewEnemyRun,
  victims: readonly Victim[],
): readonly DrawnRound[] {
  const round = fc.record({
    victim: fc.constantFrom(...victims),
    revocation: fc.oneof(
      ...REVOCATIONS.map((each) => ({ arbitrary: fc.constant(each), weight: each.weight })),
    ),
    early: fc.integer({ min: 0, max: 3 }),
    atOnce: fc.integer({ min: 1, max: 3 }),
  });
  return fc.sample(round, { seed, numRuns: rounds });
}

interface RoundTold {
  readonly broken: string | null;
  readonly underWay: { readonly granted: number; readonly denied: number };
}

async function oneRound(
  { victim, revocation, early, atOnce }: DrawnRound,
  name: string,
  { owner, readers, now }: NewEnemyWorld,
): Promise<RoundTold> {
  const none = { granted: 0, denied: 0 };
  const before = `${name} before`;
  await write(owner, victim, before);
  const warm = await Promise.all(readers.map((reader) => read(reader, victim)));
  const missed = warm.findIndex((text) => names(text).get(victim.personId) !== before);
  if (missed >= 0)
    return { broken: `process ${missed + 1} did not read what was written before`, underWay: none };

  const underWay = Promise.all(readers.slice(0, early).map((reader) => read(reader, victim)));
  // Waited for below, also where a change fails before.
  underWay.catch(() => {});
  await revocation.revoke(owner, victim, now());
  const after = `${name} after`;
  const reading = [
    // Some of those that start after the revocation are answered while the record is written.
    ...readers.slice(0, atOnce).map((reader) => read(reader, victim)),
    write(owner, victim, after).then(() =>
      Promise.all(readers.slice(atOnce).map((reader) => read(reader, victim))),
    ),
  ] as const;
  const late = (await Promise.all(reading)).flat();
  const overlapping = await underWay;
  await revocation.restore(owner, victim, now());

  const told = {
    granted: overlapping.filter((text) => isGranted(text)).length,
    denied: overlapping.filter((text) => !isGranted(text)).length,
  };
  if (late.some(isGranted))
    return {
      broken: 'a read that started after the revocation brought the record',
      underWay: told,
    };
  if ([...late, ...overlapping].some((text) => text.includes(after)))
    return { broken: 'what was written after the revocation was read', underWay: told };
  return { broken: null, underWay: told };
}

function write(owner: Connection, { personId }: Victim, givenName: string): Promise<unknown> {
  return owner.run({
    text: 'UPDATE families.person SET given_name = $1 WHERE id = $2',
    values: [givenName, personId],
  });
}

async function read(reader: Target, victim: Victim): Promise<string> {
  const { body } = await reader.send({
    principal: {
      kind: 'ACCOUNT',
      issuerId: 'development',
      subject: victim.subject,
      multiFactor: true,
    },
    purpose: PURPOSE,
    path: '/graphql',
    query: questionOf(victim),
    variables: {},
    operationName: null,
  });
  return body;
}

interface Answer {
  readonly data?: {
    readonly episode: {
      readonly family: {
        readonly members: readonly { readonly id: string; readonly givenName: string | null }[];
      } | null;
    } | null;
  } | null;
}

function isGranted(text: string): boolean {
  return (JSON.parse(text) as Answer).data?.episode != null;
}

/** The names that an answer brings, by the person they belong to. */
function names(text: string): ReadonlyMap<string, string | null> {
  const members = (JSON.parse(text) as Answer).data?.episode?.family?.members ?? [];
  return new Map(members.map(({ id, givenName }) => [id, givenName]));
}
