import type { Connection } from '@postern/database';
import type { BrokenScenario, DataDictionary, PolicyChange, Purpose, Rule } from '@postern/policy';
import { brokenScenarios, changeBetween, conditionInWords } from '@postern/policy';
import { LRUCache } from 'lru-cache';
import type { ImpactDesk, Progress } from './impact-run.ts';
import { ImpactRun } from './impact-run.ts';
import { summarise } from './impact-summary.ts';
import type { PreviewAsker } from './preview-asker.ts';
import { conflictsOf, overseesGrants } from './preview-asker.ts';
import { recordingQuestions } from './recording-questions.ts';
import { changedRights } from './recording-rights.ts';
import type { ToldImpact } from './told-impact.ts';
import { progressInPercent, toldExactly, toldInFives } from './told-impact.ts';
import type { ToldRecording } from './told-recording.ts';
import { recordingExactly, recordingInFives } from './told-recording.ts';

/** A draft as it stands, to be tried out against the version that is live. */
export interface Tried {
  readonly draft: string;
  readonly revision: number;
  readonly liveVersion: number;
  readonly live: readonly Rule[];
  readonly rules: readonly Rule[];
}

/** What is known of a draft's impact so far, as whoever asks is told. */
export interface ImpactPreview extends ToldImpact {
  /** The moment that everything is asked about. */
  readonly asOf: Date;
  /** What changes in who may record. */
  readonly recording: readonly ToldRecording[];
  readonly brokenScenarios: readonly BrokenScenario[];
  readonly progress: Progress;
  readonly finished: boolean;
}

/** Results kept, and for how long: grants and roles move on. */
const KEPT = 16;
const MINUTES_KEPT = 10;

/** The rules of the agreement in force, and what people call a role. */
export interface AgreedRules {
  readonly rules: readonly Rule[];
  titleOf(role: string): string;
}

/** What drafts are tried out on. */
export interface PreviewDesk extends ImpactDesk {
  /** For short questions that have to be answered while a draft is tried out. */
  readonly statements: Pick<Connection, 'run'>;
  readonly dictionary: DataDictionary;
  readonly agreed: AgreedRules;
}

/** A change, and what it comes to for everybody. */
interface TriedChange {
  readonly change: PolicyChange;
  readonly run: ImpactRun;
}

interface Running {
  readonly key: string;
  readonly draft: string;
  readonly revision: number;
  readonly liveVersion: number;
  readonly reading: TriedChange;
  readonly recording: TriedChange;
  readonly asOf: Date;
  readonly ended: Promise<void>;
  readonly stop: AbortController;
  readonly brokenScenarios: readonly BrokenScenario[];
  finished: boolean;
  /** How many wait for it at this moment. */
  waiting: number;
  /** Forgets that nobody does. */
  stay: () => void;
}

/** How long a run goes on of which nobody wants to know: whoever waits for it asks again every few seconds. */
const MILLISECONDS_ALONE = 60_000;

/** Does something later, unless it is taken back. */
export type Later = (milliseconds: number, work: () => void) => () => void;

const later: Later = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Who waits for a preview, since when and for how long. */
export interface Waiting {
  readonly asker: PreviewAsker;
  readonly now: Date;
  readonly milliseconds: number;
}

/** For what every preview is asked. */
const PURPOSE: Purpose = 'ADMINISTRATION';

/**
 * Tries drafts out in the background. Whoever asks again joins, and what is known costs nothing more: kept in this process
 * by draft, revision, live version and the families that are none of the asker's business, because it can be had again at
 * any time and is out of date within minutes.
 */
export class ImpactPreviews {
  readonly #desk: PreviewDesk;
  readonly #later: Later;
  readonly #running = new LRUCache<string, Running>({
    max: KEPT,
    ttl: MINUTES_KEPT * 60_000,
    dispose: ({ stop }) => stop.abort(),
  });

  constructor(desk: PreviewDesk, onceAlone: Later = later) {
    this.#desk = desk;
    this.#later = onceAlone;
  }

  /** Waits for the end, for so many milliseconds at most, and tells what is known. @throws Fault DATABASE_* */
  async preview(tried: Tried, { asker, now, milliseconds }: Waiting): Promise<ImpactPreview> {
    const conflicts = await conflictsOf(this.#desk.statements, asker.accountId, now);
    const running = this.#join(tried, now, { asker, conflicts });
    const waited = Promise.withResolvers<void>();
    const timer = setTimeout(waited.resolve, milliseconds);
    running.waiting += 1;
    running.stay();
    try {
      await Promise.race([running.ended, waited.promise]);
    } finally {
      clearTimeout(timer);
      running.waiting -= 1;
      if (running.waiting === 0)
        running.stay = this.#later(MILLISECONDS_ALONE, () => this.#leave(running));
    }
    const { reading, recording, asOf, brokenScenarios, finished } = running;
    const summary = summarise(reading.run.counts(), reading.change, ({ when, role }) =>
      conditionInWords(when, role),
    );
    const rights = changedRights(recording.run.counts(), recording.change);
    const progress = together(reading.run.progress, recording.run.progress);
    const holder = { roles: asker.roles, purpose: PURPOSE };
    const told = overseesGrants(tried.live, holder, this.#desk.dictionary)
      ? { ...toldExactly(summary), recording: recordingExactly(rights), progress }
      : {
          ...toldInFives(summary),
          recording: recordingInFives(rights),
          progress: progressInPercent(progress),
        };
    return { ...told, asOf, brokenScenarios, finished };
  }

  /** Ends what runs. */
  close(): void {
    this.#running.clear();
  }

  /** Ends what runs and nobody wants to know; what is finished is kept. */
  #leave(running: Running): void {
    const { key, stop, finished } = running;
    if (finished) return;
    stop.abort();
    if (this.#running.peek(key) === running) this.#running.delete(key);
  }

  #join(
    tried: Tried,
    asOf: Date,
    to: { readonly asker: PreviewAsker; readonly conflicts: readonly string[] },
  ): Running {
    const toldTo = to.conflicts.length === 0 ? null : to.asker.accountId;
    const parts = [tried.draft, tried.revision, tried.liveVersion, toldTo ?? '', ...to.conflicts];
    const key = parts.join(' ');
    const known = this.#running.get(key);
    if (known !== undefined) return known;
    // What the draft was before is of no use to anybody any more.
    for (const [other, { draft, revision, liveVersion }] of this.#running.entries())
      if (
        draft === tried.draft &&
        !(revision === tried.revision && liveVersion === tried.liveVersion)
      )
        this.#running.delete(other);
    const { dictionary, agreed } = this.#desk;
    const { live, rules } = tried;
    const changed = {
      reading: changeBetween(live, rules, dictionary),
      recording: changeBetween(live, rules, dictionary, 'record'),
    };
    const asked = { now: asOf, toldTo };
    const reading = new ImpactRun(this.#desk, { change: changed.reading, ...asked });
    const recording = new ImpactRun(this.#desk, {
      change: changed.recording,
      questionsOf: recordingQuestions(changed.reading),
      ...asked,
    });
    const stop = new AbortController();
    // One after the other: each asks by all the sessions there are to spare.
    const ended = reading.run(stop.signal).then(() => recording.run(stop.signal));
    const running: Running = {
      key,
      waiting: 0,
      stay: () => {},
      draft: tried.draft,
      revision: tried.revision,
      liveVersion: tried.liveVersion,
      reading: { change: changed.reading, run: reading },
      recording: { change: changed.recording, run: recording },
      asOf,
      stop,
      ended,
      finished: false,
      brokenScenarios: brokenScenarios(agreed.rules, tried.live, tried.rules, dictionary, (role) =>
        agreed.titleOf(role),
      ),
    };
    ended.then(
      () => {
        running.finished = true;
      },
      // Whoever asks next begins anew.
      () => {
        if (this.#running.peek(key) === running) this.#running.delete(key);
      },
    );
    this.#running.set(key, running);
    return running;
  }
}

function together(one: Progress, other: Progress): Progress {
  return { done: one.done + other.done, total: one.total + other.total };
}
