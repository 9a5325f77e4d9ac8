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
  /** Columns that every new record of the type has alike, by their names in the database. */
  readonly constant?: Readonly<Record<string, unknown>>;
}
