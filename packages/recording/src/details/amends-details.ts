import { expectedRevision, id, idempotencyKey, reason } from '@postern/steps';
import type { Command, CommandCall, ResourceDefinition } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { GivenFields } from '../given-fields.ts';
import type { DetailChange } from './change-details.ts';
import { changeDetails, heldDetails } from './change-details.ts';
import type { StandingDetails } from './write-details.ts';

/** One type of details, and what practitioners write of it. */
export interface DetailType {
  readonly resource: ResourceDefinition;
  /** The argument that holds its fields, and the field of the answer that holds the record. */
  readonly called: string;
  /** What each field takes, by its name in the schema; a plain column each. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Which of them are never empty. */
  readonly required: readonly string[];
  /** What has to hold of what stands and what is given together. @throws CommandRefused ARGUMENT_INVALID */
  check?(given: GivenFields, standing: StandingDetails | null, call: CommandCall<unknown>): void;
}

type Amending = DetailChange & { readonly expectedRevision: number; readonly reason: string };

/**
 * Writes details otherwise than they were. What is left out stays as it is, and so does what is withheld from the caller and
 * sent back as null (SHR-4.5, STA-6.1d).
 */
export function amendsDetails(type: DetailType): Command<Amending> {
  const { resource, called } = type;
  return {
    roles: 'ANY',
    purpose: 'ANY',
    input: amendedInput(type),
    run: async (call) => {
      const standing = await heldDetails(call, resource, call.input.id);
      type.check?.(call.input.fields, standing, call);
      await changeDetails(call, resource, standing, call.input);
      return { [called]: standing.id };
    },
  };
}

/** Reads the fields of a record that is new: those required have to be there. */
export function newFields({ fields, required }: DetailType): z.ZodType<GivenFields> {
  return z
    .strictObject(
      Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [
          field,
          required.includes(field) ? value : value.nullish(),
        ]),
      ),
    )
    .transform((given) =>
      Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)),
    );
}

function amendedInput({ called, fields, required }: DetailType): z.ZodType<Amending> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      required.includes(field) ? value.optional() : value.nullish(),
    ]),
  );
  return z
    .strictObject({
      id,
      expectedRevision,
      [called]: z.strictObject(shape),
      reason,
      idempotencyKey: idempotencyKey.nullish(),
    })
    .transform(
      (given: Readonly<Record<string, unknown>>): Amending => ({
        id: String(given['id']),
        expectedRevision: Number(given['expectedRevision']),
        fields: Object.fromEntries(
          Object.entries(given[called] as GivenFields).filter(([, value]) => value !== undefined),
        ),
        reason: String(given['reason']),
      }),
    );
}
