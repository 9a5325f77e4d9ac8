import { ROLES } from '@postern/agreements';
import type { Coordinate, DataDictionary, Rule } from '@postern/policy';
import { coordinate as coordinateOf, oneOf, reachOf } from '@postern/policy';
import type { Question, QuestionCall } from '@postern/subgraph-kit';
import { argumentInvalid } from '@postern/subgraph-kit';
import { z } from 'zod';
import { rulesOf, versionsAt } from '../policy-draft/store/versions.ts';
import { readableRules } from '../policy-draft/validation.ts';
import { triedDraft } from '../policy-preview/tried-draft.ts';

const input = z.strictObject({ coordinate: z.string(), draft: z.string().nullish() });
type Input = z.infer<typeof input>;

/** Those who propose, approve and oversee the policy may know whom it lets read what. */
const policyReach: Question<Input> = {
  clause: 'SHR-8.3.7h',
  roles: ['ADMINISTRATOR', 'EARLY_HELP_MANAGER', 'DATA_PROTECTION_OFFICER'],
  purpose: 'ADMINISTRATION',
  input,
  answer: async (call) => {
    const known = knownCoordinate(call.input.coordinate, call.dictionary);
    const { rules, liveVersion } = await rulesAsked(call);
    const readers = reachOf(rules, call.dictionary, known.coordinate);
    const reading = new Set(readers.map(({ role }) => role));
    return {
      ...known,
      liveVersion,
      readers: readers.map(({ combination: _, ...reader }) => reader),
      never: reading.has('*') ? [] : Object.keys(ROLES).filter((role) => !reading.has(role)),
    };
  },
};

export const reachQuestions = { policyReach };

/** @throws CommandRefused ARGUMENT_INVALID naming the field that is nearest */
function knownCoordinate(
  asked: string,
  dictionary: DataDictionary,
): { readonly coordinate: Coordinate; readonly class: string } {
  const all = [...dictionary].flatMap(([type, fields]) =>
    [...fields].map(([field, dataClass]) => ({
      coordinate: coordinateOf(type, field),
      class: dataClass,
    })),
  );
  const found = all.find(({ coordinate }) => coordinate === asked);
  if (found !== undefined) return found;
  const names = all.map(({ coordinate }) => coordinate);
  const expected = oneOf(names, asked, 'a field of the schema');
  throw argumentInvalid('coordinate', expected);
}

async function rulesAsked(
  call: QuestionCall<Input>,
): Promise<{ readonly rules: readonly Rule[]; readonly liveVersion: number }> {
  const { draft } = call.input;
  if (typeof draft === 'string') return triedDraft(draft, call);
  const { live } = await versionsAt(call.statements, call.now);
  const rules = readableRules(await rulesOf(call.statements, live), call.dictionary);
  return { rules, liveVersion: live };
}
