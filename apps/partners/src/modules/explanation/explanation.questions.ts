import type { Question } from '@postern/subgraph-kit';
import { z } from 'zod';

const input = z.strictObject({
  principal: z.string().nullish(),
  resource: z.strictObject({ type: z.string(), id: z.string() }),
  coordinate: z.string(),
  purpose: z.string(),
});

/** Anybody may ask why of their own access; of whose else, the kit decides. */
const explainAccess: Question<z.infer<typeof input>> = {
  clause: 'SHR-8.3.7i',
  roles: 'ANY',
  purpose: 'ANY',
  input,
  answer: ({ input: { principal = null, resource, ...asked }, explain }) =>
    explain({ principal, resource: { ...resource }, ...asked }),
};

export const explanationQuestions = { explainAccess };
