import { cast } from '@postern/sample-county';

const { tom, bea, niamh, callum } = cast.practitioners;
const { sami, noor } = cast.families.everard.persons;

/** Whoever leads, two of the team, and somebody who never has access. */
export const WORKERS = { tom, bea, niamh, callum } as const;
export const TEAM = ['tom', 'bea', 'niamh', 'callum'] as const;
export type Worker = (typeof TEAM)[number];

/** A young person who speaks for himself, and his mother. */
export const PERSONS = { sami, noor } as const;
export type Member = keyof typeof PERSONS;
export type Limit = 'OPEN_TO_PARENTS' | 'SUMMARY_ONLY' | 'CONFIDENTIAL';
/** Words of somebody, and what is special-category data of theirs. */
export type What = 'VOICE' | 'MOOD';

/** An entry by the domain: of whom, whose, and of which class. */
export interface Entry {
  readonly id: string;
  readonly about: Member;
  readonly what: What;
  readonly by: string;
  readonly agency: string;
  readonly at: string;
  revision: number;
}

/** Who is given what of one family's record, told by the domain's invariants and by nothing of the code. */
export class LivingRecordModel {
  readonly entries: Entry[] = [];
  readonly grantUntil = new Map<Worker, number>();
  readonly keptOut = new Set<Worker>();
  open = true;
  samiAgrees = true;
  limit: Limit = 'CONFIDENTIAL';

  /** Invariants 1, 2 and 7: a live grant in an open episode of whom the family has not kept out. */
  reaches(name: Worker, now: number): boolean {
    return (this.grantUntil.get(name) ?? 0) > now && this.open && !this.keptOut.has(name);
  }

  /** Who withdrew is reached by whoever leads alone, who asks them again. */
  reachesPerson(name: Worker, about: Member, now: number): boolean {
    return this.reaches(name, now) && (about === 'noor' || this.samiAgrees || name === 'tom');
  }

  reads(name: Worker, { about, what, agency }: Entry, now: number): boolean {
    if (!this.reachesPerson(name, about, now)) return false;
    // Of a stricter class nobody reads what another agency wrote, without a justification.
    return what === 'VOICE' || agency === WORKERS[name].agency.id;
  }

  /** Whoever leads keeps the record; the others change what their agency wrote. */
  amends(name: Worker, entry: Entry, now: number): boolean {
    return (
      this.reads(name, entry, now) && (name === 'tom' || entry.agency === WORKERS[name].agency.id)
    );
  }
}
