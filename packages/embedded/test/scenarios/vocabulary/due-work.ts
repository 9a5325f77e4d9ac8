import { connect } from '@postern/database';
import { episodesTimers } from '@postern/episodes';
import { familiesTimers } from '@postern/families';
import { partnersTimers } from '@postern/partners';
import type { FiringCounts, TimerKind } from '@postern/scheduler';
import { fireDue } from '@postern/scheduler';
import { expect } from 'vitest';
import type { Scene } from './scene.ts';

/** Which timers happen: all, or those of these names, each of which has to be one. */
type Which = readonly string[] | 'ALL' | ((timer: TimerKind) => boolean);

/** Everything that is due of some timers happens, as in any minute, at the moment of the gate or another; nothing of it fails. */
export function fires(
  scene: Pick<Scene, 'clock' | 'database'>,
  which: Which = 'ALL',
  at = scene.clock.now(),
): Promise<FiringCounts> {
  return firesOf({ service: 'partners', timers: partnersTimers }, scene, which, at);
}

/** The same, of the timers of episodes. */
export function episodesFire(
  scene: Pick<Scene, 'clock' | 'database'>,
  which: Which = 'ALL',
  at = scene.clock.now(),
): Promise<FiringCounts> {
  return firesOf({ service: 'episodes', timers: episodesTimers }, scene, which, at);
}

/** The same, of the timers of families. */
export function familiesFire(
  scene: Pick<Scene, 'clock' | 'database'>,
  which: Which = 'ALL',
  at = scene.clock.now(),
): Promise<FiringCounts> {
  return firesOf({ service: 'families', timers: familiesTimers }, scene, which, at);
}

interface Service {
  readonly service: 'episodes' | 'families' | 'partners';
  readonly timers: readonly TimerKind[];
}

async function firesOf(
  { service: role, timers: all }: Service,
  { database }: Pick<Scene, 'database'>,
  which: Which,
  at: Date,
): Promise<FiringCounts> {
  const timers = all.filter((timer) => isOne(which, timer));
  expect(timers.length).toBeGreaterThan(0);
  if (Array.isArray(which)) expect(timers).toHaveLength(which.length);
  const service = connect(database().address, role, { max: 2 });
  const logged: unknown[] = [];
  try {
    const counts = await fireDue(service, timers, at, { log: (entry) => void logged.push(entry) });
    expect(logged).toEqual([]);
    expect(counts.failed).toBe(0);
    return counts;
  } finally {
    await service.close();
  }
}

function isOne(which: Which, timer: TimerKind): boolean {
  if (which === 'ALL') return true;
  return typeof which === 'function' ? which(timer) : which.includes(timer.name);
}

/** To whom notices of a kind went since the county was loaded, in order. */
export async function toldOf(
  { database }: Pick<Scene, 'database'>,
  kind: string,
): Promise<readonly string[]> {
  const rows = await database().owner.run<{ account: string }>({
    text: 'SELECT to_account AS account FROM scheduler.notice WHERE kind = $1 ORDER BY 1',
    values: [kind],
  });
  return rows.map(({ account }) => account);
}
