import type { AuthenticatedCaller } from '@postern/authentication';
import type { Connection } from '@postern/database';
import type { RefusalCode } from '@postern/errors';
import type { AccessExplanation, DataDictionary, PolicySchema, Purpose } from '@postern/policy';
import type { z } from 'zod';
import type { ExplanationRequest } from '../explaining/explained-resource.ts';
import type { Statements } from '../fetching/principal-reader.ts';
import type { ImpactPreview, Tried } from '../impact/impact-previews.ts';
import type { RecordedType } from '../release/release-manifest.ts';
import type { Grantee } from './grantee.ts';

/** Who asks for a command or puts a question, admitted by every mandatory precondition. */
export interface Principal {
  readonly accountId: string;
  readonly agencyId: string;
  /** The roles held now. */
  readonly roles: readonly string[];
  /** The version that is live at `now`. */
  readonly policyVersion: number;
}

/** What a handler is given; time comes from here and from nowhere else. */
export interface Call<Input> {
  readonly principal: Principal;
  readonly input: Input;
  readonly now: Date;
  /** The class of every field of every subgraph. */
  readonly dictionary: DataDictionary;
  /** What rules may speak of, over every subgraph. */
  readonly policySchema: PolicySchema;
}

/** A call inside the one transaction that is committed when the handler resolves. */
export interface CommandCall<Input> extends Call<Input> {
  readonly transaction: Statements;
  readonly purpose: Purpose;
  /**
   * Which of these records the caller may see, by the rules and inside the transaction, or of which they see something in a
   * field: what cannot be read cannot be written about either.
   */
  seen(type: string, ids: readonly string[], field?: string): Promise<ReadonlySet<string>>;
  /** What the caller sees in a field of these records, by their ids; nothing of one in which they see nothing. */
  shown(type: string, ids: readonly string[], field: string): Promise<ReadonlyMap<string, unknown>>;
  /** Of which of these records the caller may record all these fields; what cannot be read is not among them. */
  mayRecord(
    type: string,
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /**
   * Of which of these records, just added in the transaction, the caller may record all these fields. That a family hides such
   * a detail from their agency does not show in it: they add to what they do not see.
   */
  mayAdd(
    type: string,
    ids: readonly string[],
    fields: readonly string[],
  ): Promise<ReadonlySet<string>>;
  /** What access to an episode would ask of an account now; null where there is no such worker or no such episode. */
  grantee(account: string, episode: string): Promise<Grantee | null>;
  /** Notes in the ledger's account of this request of whom the answer tells, be it a refusal that changes nothing. */
  tells(type: RecordedType, ids: readonly string[]): void;
}

/** A call that changes nothing. */
export interface QuestionCall<Input> extends Call<Input> {
  readonly statements: Statements;
  /** Which of these records the caller may see, by the rules; or of which they may see a field that every one has. */
  seen(type: string, ids: readonly string[], field?: string): Promise<ReadonlySet<string>>;
  /** Explains whether the caller, or somebody else to an office, sees a field of a record. @throws Refusal */
  explain(request: ExplanationRequest): Promise<AccessExplanation>;
  /**
   * Notes in the ledger's account of this request which records the answer tells of, by their ids; of what is no record of
   * a family (an account, a request, an override) with the question and its clause.
   */
  tells(type: string, ids: readonly string[]): void;
  /** Tries a draft out, or joins whoever does, for so many milliseconds at most. @throws Fault DATABASE_* */
  preview(tried: Tried, milliseconds: number): Promise<ImpactPreview>;
}

/**
 * What a handler answers with, by the fields of the answer's type. Where the schema has a record type, it gives the
 * record's id, or a list of ids: the record itself is read afterwards by the rules, as any other.
 */
export type Answer = Readonly<Record<string, unknown>>;

/** Who may call, for what, and with which input. */
export interface Admittance<Input> {
  /** One of these has to be held now; or any. */
  readonly roles: readonly string[] | 'ANY';
  readonly purpose: Purpose | 'ANY';
  /** Reads the arguments at the edge; strict, so that what is unknown is refused. */
  readonly input: z.ZodType<Input>;
}

/** A field of Mutation: one transaction, in which the caller is found and everything is checked and changed, or nothing is. */
export interface Command<Input = unknown> extends Admittance<Input> {
  /** @throws CommandRefused, after which nothing is changed and the answer is the refusal */
  run(call: CommandCall<Input>): Promise<Answer>;
  /** What is done about the subject of the answer once it is committed, and before it is shown. */
  readonly errand?: { readonly name: string; subject(answer: Answer): string };
}

/** Where an errand is run: outside any transaction. */
export interface ErrandOn {
  readonly connection: Pick<Connection, 'run' | 'transaction'>;
  readonly now: Date;
}

/**
 * Something beyond the database that follows a command: it may take its time, and whoever is ended in it leaves what the
 * command did. So it has to be due work as well, and a subgraph that was given none leaves it to that.
 */
export type Errand = (subject: string, on: ErrandOn) => Promise<void>;

/** Somebody who is signed in, as far as they are known here. */
export interface Enrolling<Input> {
  /** As the access token says. */
  readonly caller: AuthenticatedCaller;
  /** Null where nobody has an account by this token. */
  readonly account: {
    readonly accountId: string;
    readonly agencyId: string;
    /** Everything for which they would be turned away, in the order of the preconditions. */
    readonly missing: readonly RefusalCode[];
    /** Of these, the training modules and the versions of the user agreement that are meant. */
    readonly modules: readonly string[];
    readonly versions: readonly string[];
    /** The roles that count now. */
    readonly roles: readonly string[];
  } | null;
  readonly input: Input;
  readonly now: Date;
  /** Committed when the handler resolves. */
  readonly transaction: Statements;
}

/**
 * A field of Mutation for whoever is signed in and not admitted yet: by such steps an account becomes one that every
 * precondition holds for. It answers with no record, since nothing is shown to whoever is not admitted.
 */
export interface Enrolment<Input = unknown> {
  /** Reads the arguments at the edge; strict, so that what is unknown is refused. */
  readonly input: z.ZodType<Input>;
  /** @throws CommandRefused, after which nothing is changed and the answer is the refusal */
  run(call: Enrolling<Input>): Promise<Answer>;
}

/** An enrolment's caller, where nothing is changed. */
export interface Enquiring<Input> extends Omit<Enrolling<Input>, 'transaction'> {
  readonly statements: Statements;
}

/** A field of Query for whoever is signed in and not admitted yet: about their own account, and of no record. */
export interface Enquiry<Input = unknown> {
  readonly input: z.ZodType<Input>;
  /** @throws Refusal */
  answer(call: Enquiring<Input>): Promise<Answer | null>;
}

/** A field of Query that no table answers. What it tells of anybody but the caller, it notes by {@link QuestionCall.tells}. */
export interface Question<Input = unknown> extends Admittance<Input> {
  /** By which it is answered to whoever may ask. */
  readonly clause: string;
  /** @throws Refusal */
  answer(call: QuestionCall<Input>): Promise<object | readonly Answer[] | null>;
}
