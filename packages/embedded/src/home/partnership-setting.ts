import { readFileSync } from 'node:fs';
import type { Membership, OpenCollision, Partnership, Resolutions } from '@postern/agreements';
import {
  AGREEMENT_IDS,
  AGREEMENTS,
  COLLISIONS,
  DEFAULT_PARTNERSHIP,
  DEFAULT_RESOLUTIONS,
  heldVersion,
  OPEN_COLLISIONS,
  OWN_FIGURES,
} from '@postern/agreements';
import { Fault } from '@postern/errors';
import { z } from 'zod';

const SETTING = 'POSTERN_PARTNERSHIP';
const day = z.iso.date();

const file = z.strictObject({
  agreements: z
    .array(
      z.strictObject({
        agreement: z.enum(AGREEMENT_IDS),
        version: z.string(),
        from: day,
        until: day.nullable().default(null),
        signAgainBy: day.nullable().default(null),
      }),
    )
    .min(1),
  resolutions: z.record(z.string(), z.string()).default({}),
  timers: z.record(z.string(), z.number().int().positive()).default({}),
  sharedMailboxes: z
    .array(z.string().regex(/^[a-z]+$/, 'small letters only'))
    .default([...DEFAULT_PARTNERSHIP.sharedMailboxes]),
});

/**
 * Reads the partnership of a file of JSON; without a file, Shropshire's. Whatever the file says that is not known is
 * refused, so that nothing is believed to be chosen that is not.
 * @throws Fault SETTING_INVALID naming the key
 */
export function readPartnership(path: string | null): Partnership {
  if (path === null) return DEFAULT_PARTNERSHIP;
  const read = file.safeParse(parsed(path));
  if (!read.success) {
    const [issue] = read.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    throw invalid([...(issue?.path ?? []), ...unknown].join('.'), issue?.message ?? '');
  }
  const { agreements, resolutions, timers, sharedMailboxes } = read.data;
  agreements.forEach(checkMembership);
  if (agreements.every(({ agreement }) => AGREEMENTS[agreement].kind === 'NOTICE'))
    throw invalid('agreements', 'holds none that agencies sign');
  return {
    agreements,
    resolutions: resolutionsOf(resolutions),
    timers: timersOf(timers, agreements),
    sharedMailboxes,
  };
}

function parsed(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new Fault('SETTING_INVALID', {
      cause,
      logged: { setting: SETTING, reason: 'no readable file of JSON' },
    });
  }
}

function checkMembership(
  { agreement, version, from, until }: Membership,
  index: number,
  all: readonly Membership[],
): void {
  const at = `agreements.${index}`;
  const held = heldVersion(AGREEMENTS[agreement]).version;
  if (version !== held) throw invalid(`${at}.version`, `the version held is ${held}`);
  if (until !== null && until <= from) throw invalid(`${at}.until`, 'not after "from"');
  if (all.findIndex((each) => each.agreement === agreement) !== index)
    throw invalid(`${at}.agreement`, 'named twice');
}

function resolutionsOf(chosen: Readonly<Record<string, string>>): Resolutions {
  for (const [name, choice] of Object.entries(chosen)) {
    const key = `resolutions.${name}`;
    const collision = Object.hasOwn(COLLISIONS, name) ? COLLISIONS[name] : undefined;
    if (collision === undefined) throw invalid(key, 'nothing by this name is open');
    if (collision.fixedBecause !== null) throw invalid(key, collision.fixedBecause);
    if (!Object.hasOwn(OPEN_COLLISIONS[name as OpenCollision].choices, choice))
      throw invalid(key, `one of ${Object.keys(collision.choices).join(', ')}`);
  }
  // Every name and choice was checked above.
  return { ...DEFAULT_RESOLUTIONS, ...(chosen as Partial<Resolutions>) };
}

function timersOf(
  chosen: Readonly<Record<string, number>>,
  agreements: readonly Membership[],
): Readonly<Record<string, number>> {
  const known = agreements.flatMap(({ agreement }) => AGREEMENTS[agreement].timers);
  for (const id of Object.keys(chosen)) {
    if (Object.hasOwn(OWN_FIGURES, id)) continue;
    const timer = known.find((each) => each.id === id);
    if (timer === undefined)
      throw invalid(
        `timers.${id}`,
        'no timer of an agreement of the partnership, nor one of the service',
      );
    if (!timer.configurable) throw invalid(`timers.${id}`, 'not one that may be chosen');
  }
  return chosen;
}

function invalid(key: string, reason: string): Fault {
  return new Fault('SETTING_INVALID', { logged: { setting: SETTING, key, reason } });
}
