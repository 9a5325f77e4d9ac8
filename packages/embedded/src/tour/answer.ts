import { z } from 'zod';

const withheld = z.array(
  z.object({
    coordinate: z.string(),
    code: z.string(),
    clause: z.string(),
    remedy: z.string(),
  }),
);

const text = z.string().nullable();
const named = z.array(z.object({ name: text })).nullable();

const member = z.object({
  id: z.string(),
  givenName: text,
  familyName: text,
  ethnicity: text,
  healthConditions: named,
  convictions: z.array(z.object({ offence: text })).nullable(),
  attendance: z.array(z.object({ period: text, percentage: z.number().nullable() })).nullable(),
  nhsNumber: text,
  withheld,
});

const family = z.object({
  reference: text,
  address: text,
  members: z.array(member).nullable(),
  agreement: z
    .object({
      status: text,
      exclusions: z.array(z.object({ agency: z.object({ name: text }).nullable() })).nullable(),
      withheld,
    })
    .nullable(),
  withheld,
});

const episode = z.object({
  reference: text,
  status: text,
  levelOfNeed: z.number().nullable(),
  leadProfessional: z.object({ name: text }).nullable(),
  needs: z.array(z.object({ outcome: text })).nullable(),
  plan: z.object({ actions: z.array(z.object({ goal: text })).nullable() }).nullable(),
  meetings: z.array(z.object({ heldOn: text, minutes: text })).nullable(),
  family: family.nullable(),
  withheld,
});

/** What the gate answers to the tour's question. */
export const answerSchema = z.object({
  data: z.object({ episode: episode.nullable() }).nullable(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        extensions: z.object({ code: z.string(), remedy: z.string() }),
      }),
    )
    .optional(),
  extensions: z
    .object({
      access: z.array(
        z.object({
          coordinate: z.string(),
          count: z.number(),
          code: z.string(),
          clause: z.string(),
          remedy: z.string(),
        }),
      ),
    })
    .optional(),
});

export type Answer = z.infer<typeof answerSchema>;
export type EpisodeAnswer = z.infer<typeof episode>;
export type MemberAnswer = z.infer<typeof member>;
export type WithheldEntry = z.infer<typeof withheld>[number];
export type AccessEntry = NonNullable<Answer['extensions']>['access'][number];
