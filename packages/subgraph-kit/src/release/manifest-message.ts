import type { ClassKey, Coordinate, WithheldReason } from '@postern/policy';
import { z } from 'zod';

const text = z.string().min(1);
const names = z.array(text).readonly();
const count = z.number().int().positive();
const coordinate = text.transform((name) => name as Coordinate);
const withheldCode = text.transform((name) => name as WithheldReason['code']);
const dataClass = text.transform((name) => name as ClassKey);

const manifestMessage = z
  .object({
    principal: z.object({ accountId: text, agencyId: text }).readonly().nullable(),
    policyVersions: z.array(z.number().int()).readonly(),
    grants: names,
    justifications: names,
    rows: z
      .array(
        z.object({
          type: text,
          ids: names,
          id: z.object({ coordinate, class: dataClass }).readonly().nullable(),
        }),
      )
      .readonly(),
    referred: z.array(z.object({ type: text, ids: names })).readonly(),
    concerned: z.array(z.object({ type: text, ids: names })).readonly(),
    released: z.array(z.object({ coordinate, class: dataClass, count })).readonly(),
    explained: z
      .array(z.object({ account: text, record: text, coordinate, purpose: text }))
      .readonly(),
    told: z.array(z.object({ question: text, clause: text, record: text })).readonly(),
    notices: z
      .array(z.object({ coordinate, count, code: withheldCode, clause: text, remedy: text }))
      .readonly(),
  })
  .readonly()
  // Whoever is named was decided about by some policy.
  .refine(
    ({ principal, policyVersions }) => (principal === null) === (policyVersions.length === 0),
  );

/** A release manifest as it goes from a subgraph process to the gateway: identifiers and counts, never a value. */
export type ManifestMessage = z.infer<typeof manifestMessage>;

/** Reads a manifest that came over the wire; null where it is none, and then nothing may be released on it. */
export function readManifestMessage(value: unknown): ManifestMessage | null {
  return manifestMessage.safeParse(value).data ?? null;
}
