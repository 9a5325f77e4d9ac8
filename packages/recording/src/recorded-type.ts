import type { ClassKey } from '@postern/policy';
import type { CommandCall, ResourceDefinition } from '@postern/subgraph-kit';
import type { z } from 'zod';

/** Where a new record goes, found from the arguments that name it. */
export interface Place {
  /** The episode it is recorded in. */
  readonly episode: string;
  /** Columns of the record that follow from where it is, by their names in the database. */
  readonly columns: Readonly<Record<string, unknown>>;
  /** Whom it is about by where it is: the episode has to concern them. */
  readonly persons?: readonly string[];
}

/** How a new record is told where it goes. */
export interface Placing {
  /** The arguments that say so, each an id. */
  readonly named: readonly string[];
  /** Null where there is no such place, or none that the caller may see. */
  find(ids: Readonly<Record<string, string>>, call: CommandCall<unknown>): Promise<Place | null>;
}

/** A passage of a text that reveals more than the text is for, as whoever wrote it split it off. */
export interface SplitOff {
  /** The field it was meant for. */
  readonly field: string;
  readonly class: ClassKey;
  readonly text: string;
}

/** The record that a passage becomes, and the fields of it that somebody has to be allowed to record. */
export interface SplitRecord {
  readonly resource: ResourceDefinition;
  readonly fields: readonly string[];
  readonly columns: Readonly<Record<string, unknown>>;
}

/** How a subgraph keeps passages: each under its own class, which only a justification opens (SHR-4.3-cond). */
export type Splitting = (
  passage: SplitOff,
  from: { readonly type: RecordedType; readonly row: Readonly<Record<string, unknown>> },
) => SplitRecord;

/** One type of record, and what practitioners write of it. */
export interface RecordedType {
  readonly resource: ResourceDefinition;
  /** The argument that holds its fields, and the field of the answer that holds the record. */
  readonly called: string;
  readonly placing: Placing;
  /** What each field takes, by its name in the schema; a plain column each. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Which of them a new record has to have. */
  readonly required: readonly string[];
  /** Which of them are free text, in which anything may be said. */
  readonly texts: readonly string[];
  /** What becomes of a passage of such a text that is of a class of its own. */
  readonly splitting: Splitting;
  /** Columns that every new record of the type has alike, by their names in the database. */
  readonly constant?: Readonly<Record<string, unknown>>;
}
