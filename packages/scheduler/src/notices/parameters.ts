import type { AgencyKind, TrainingModule } from '@postern/access-facts';
import { Fault } from '@postern/errors';
import type { Page } from './pages.ts';
import { PAGES } from './pages.ts';
import type { PracticeStep } from './words.ts';
import { AGENCY_KIND_WORDS, MODULE_WORDS, PRACTICE_STEP_WORDS } from './words.ts';

/** A day of the calendar, `2026-12-24`. */
export type Day = `${number}-${number}-${number}`;

/** An agency's name, marked as such so that no other text is taken for one. */
export interface AgencyName {
  readonly agencyName: string;
}

/** What somebody who is invited shows to be let in. */
export interface InvitationCode {
  readonly invitationCode: string;
}

/** Everything that a notice may hold, as it is given. Nothing here can name a person, a family or an episode. */
export interface Given {
  readonly DAY: Day;
  readonly MOMENT: Date;
  readonly PEOPLE: number;
  readonly AGENCY: AgencyName;
  readonly AGENCY_KIND: AgencyKind;
  readonly MODULE: TrainingModule;
  readonly PRACTICE_STEP: PracticeStep;
  readonly CODE: InvitationCode;
  readonly PAGE: Page;
}

/** A kind of parameter. */
export type ParameterKind = keyof Given;

/** How a parameter is kept in a row, and how it is shown. */
interface Parameter<Value> {
  /** Whether whoever knows it is let in by it: then it is kept for no longer than the notice waits. */
  readonly isSecret?: boolean;
  /** @throws Fault NOTICE_INVALID */
  kept(given: Value): string | number;
  shown(kept: unknown, publicUrl: string): string;
}

const ZONE = 'Europe/London';
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const LOCAL_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: ZONE });
const LOCAL_TIME = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: ZONE });

const MOST_OF_A_NAME = 200;

/** What each kind of parameter is; the row comes back from outside, so it is read as strictly as it was written. */
export const PARAMETERS: { readonly [Kind in ParameterKind]: Parameter<Given[Kind]> } = {
  DAY: {
    kept: (given) => dayOf(given),
    shown: (kept) => DAY.format(new Date(dayOf(kept))),
  },
  MOMENT: {
    kept: (given) => momentOf(given.getTime()).toISOString(),
    shown: (kept) => {
      const at = momentOf(Date.parse(String(kept)));
      return `${LOCAL_TIME.format(at)} on ${LOCAL_DAY.format(at)}`;
    },
  },
  PEOPLE: {
    kept: (given) => countOf(given),
    shown: (kept) => (countOf(kept) === 1 ? '1 person' : `${countOf(kept)} people`),
  },
  AGENCY: {
    kept: ({ agencyName }) => oneLine(agencyName),
    shown: (kept) => oneLine(kept),
  },
  AGENCY_KIND: {
    kept: (given) => oneOf(Object.keys(AGENCY_KIND_WORDS), given),
    shown: (kept) => wordFor(AGENCY_KIND_WORDS, kept),
  },
  MODULE: {
    kept: (given) => oneOf(Object.keys(MODULE_WORDS), given),
    shown: (kept) => wordFor(MODULE_WORDS, kept),
  },
  PRACTICE_STEP: {
    kept: (given) => oneOf(Object.keys(PRACTICE_STEP_WORDS), given),
    shown: (kept) => wordFor(PRACTICE_STEP_WORDS, kept),
  },
  CODE: {
    isSecret: true,
    kept: ({ invitationCode }) => codeOf(invitationCode),
    shown: (kept) => codeOf(kept),
  },
  PAGE: {
    kept: (given) => oneOf(PAGES, given),
    shown: (kept, publicUrl) => `${publicUrl}${oneOf(PAGES, kept)}`,
  },
};

function dayOf(value: unknown): string {
  const at = typeof value === 'string' ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  // The parser takes 31 February for 3 March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value) throw invalid('DAY');
  return value;
}

function momentOf(milliseconds: number): Date {
  if (Number.isNaN(milliseconds)) throw invalid('MOMENT');
  return new Date(milliseconds);
}

function countOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw invalid('PEOPLE');
  return value;
}

/** An agency's name is told as it is, save that it cannot begin a line of its own or fill a page. */
function oneLine(value: unknown): string {
  if (typeof value !== 'string') throw invalid('AGENCY');
  const line = value.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return [...line].slice(0, MOST_OF_A_NAME).join('').toWellFormed();
}

function codeOf(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9-]{4,64}$/.test(value)) throw invalid('CODE');
  return value;
}

function oneOf(known: readonly string[], value: unknown): string {
  const found = known.find((each) => each === value);
  if (found === undefined) throw invalid('one of a list');
  return found;
}

function wordFor(words: Readonly<Record<string, string>>, value: unknown): string {
  return words[oneOf(Object.keys(words), value)] ?? '';
}

function invalid(parameter: string): Fault {
  return new Fault('NOTICE_INVALID', { logged: { parameter } });
}
