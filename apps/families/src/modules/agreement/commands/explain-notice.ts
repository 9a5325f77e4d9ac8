import { NOTICE_FACTS, NOTICE_PROMISES } from '@postern/agreements';
import { day, dayToCome, id, idempotencyKey, takingFor, text } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused, finding } from '@postern/subgraph-kit';
import { z } from 'zod';
import { agreementMachine } from '../agreement.machine.ts';
import type { Opened } from '../guards/opened.ts';
import { openOrBegin, partOf } from '../guards/opened.ts';
import type { Part } from '../law/part.ts';
import { ageOf } from '../law/part.ts';
import { EXPLAINING_WAYS } from '../notice-explanation.table.ts';
import { addExplanation } from '../store/explanations.ts';
import { currentNotice } from '../store/notice.ts';
import { writePart } from '../store/parts.ts';
import { settled, stepPart } from './step.ts';

const MOST_PERSONS = 50;
const LONGEST_NAME = 100;
const LONGEST_HELP = 2_000;

const input = z.strictObject({
  episode: id,
  persons: z.array(id).min(1).max(MOST_PERSONS),
  facts: z.array(z.enum(NOTICE_FACTS)).max(MOST_PERSONS),
  promises: z.array(z.enum(NOTICE_PROMISES)).max(MOST_PERSONS),
  socialCareWarning: z.boolean(),
  notByConsent: z.boolean(),
  way: z.enum(EXPLAINING_WAYS),
  explainedOn: day,
  leafletVersion: text(LONGEST_NAME),
  helped: text(LONGEST_HELP).nullish(),
  idempotencyKey,
});
type Explaining = CommandCall<z.infer<typeof input>>;

/**
 * Somebody was told what becomes of what they say: everything that the notice has to tell, that a child at risk is told of to
 * social care whatever they agree to, and that information is not shared because they consent (SHR-5a, SHR-3.5L-d, SHR-3.5L-e).
 */
export const explainNotice: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, input: given, now } = call;
    const opened = await openOrBegin(call, given.episode);
    await requireTold(call, opened);
    const persons = [...new Set(given.persons)].map((person) => partOf(opened, person));
    requireHelp(call, opened, persons);
    const told = [...new Set([...given.facts, ...given.promises, 'SOCIAL_CARE', 'NOT_BY_CONSENT'])];
    for (const part of persons) {
      await addExplanation(transaction, opened, {
        person: part.personId,
        explainedOn: given.explainedOn,
        way: given.way,
        leafletVersion: given.leafletVersion,
        told,
        helped: given.helped ?? null,
      });
      const change = { noticeExplainedOn: given.explainedOn };
      // Whoever agreed already is told again, and goes on agreeing.
      if (!agreementMachine.moves.EXPLAIN.from.includes(part.state))
        await writePart(transaction, part.id, change, now);
      else
        await stepPart(
          opened,
          part,
          {
            move: 'EXPLAIN',
            onBehalfOf: 'AGENCY',
            reason: 'What was told, and how, stands with the agreement.',
            details: { told, leafletVersion: given.leafletVersion, way: given.way },
            change,
          },
          takingFor(call),
        );
    }
    return settled(opened, call);
  },
};

/** @throws CommandRefused ARGUMENT_INVALID with everything that was not told */
async function requireTold({ input, transaction, now }: Explaining, opened: Opened): Promise<void> {
  const missing = NOTICE_FACTS.filter((fact) => !input.facts.includes(fact));
  const current = await currentNotice(transaction, opened.today);
  const expected = (part: string, what: string) => finding(part, 'ARGUMENT_INVALID', what);
  const findings = [
    ...(missing.length === 0
      ? []
      : [expected('facts', `all of it told: also ${missing.join(', ')}`)]),
    ...(input.socialCareWarning ? [] : [expected('socialCareWarning', 'true: it was told')]),
    ...(input.notByConsent ? [] : [expected('notByConsent', 'true: it was told')]),
    ...(current === null || current === input.leafletVersion
      ? []
      : [expected('leafletVersion', `the version in force: ${current}`)]),
    ...dayToCome('explainedOn', input.explainedOn, now),
  ];
  if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
}

/** A young person is helped to understand it, and somebody says how (SHR-3.4.3e). */
function requireHelp({ input }: Explaining, opened: Opened, persons: readonly Part[]): void {
  if (input.helped == null && persons.some((part) => ageOf(part, opened) === 'YOUNG_PERSON'))
    throw argumentInvalid('helped', 'how the young person was helped to understand it');
}
