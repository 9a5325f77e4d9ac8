import { day, dayToCome, expectedRevision, id, takingFor, text, uuid } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { SIGNING_MODES } from '../agreement.table.ts';
import { COMPETENCES } from '../agreement-part.table.ts';
import type { Opened } from '../guards/opened.ts';
import { openAgreement, partOf } from '../guards/opened.ts';
import { requireMaySign } from '../guards/signer.ts';
import type { Part } from '../law/part.ts';
import { ageOf, isToSign } from '../law/part.ts';
import type { PartChange } from '../store/parts.ts';
import { addWord } from '../store/words.ts';
import { settled, stepPart } from './step.ts';

const LONGEST_NAME = 200;
const LONGEST_REASON = 2_000;
const MOST_CHILDREN = 50;

const competence = z.strictObject({
  decision: z.enum(COMPETENCES),
  reason: text(LONGEST_REASON),
  directlySupported: z.boolean(),
});

const input = z
  .strictObject({
    episode: id,
    expectedRevision,
    signer: uuid,
    /** For whom: the signer, children, or both. */
    persons: z.array(uuid).min(1).max(MOST_CHILDREN),
    mode: z.enum(SIGNING_MODES),
    signedOn: day,
    witnessedBy: text(LONGEST_NAME).nullish(),
    inOwnSystem: z.boolean(),
    entitledBy: text(LONGEST_REASON).nullish(),
    competence: competence.nullish(),
  })
  .refine(({ mode, witnessedBy }) => mode === 'WRITTEN' || witnessedBy != null, {
    path: ['witnessedBy'],
    message: 'who was there when it was said',
  })
  .refine(({ inOwnSystem }) => inOwnSystem, {
    path: ['inOwnSystem'],
    message: 'true: it is recorded in the agency’s own system, too (SHR-3.5L-c)',
  });
type Signing = CommandCall<z.infer<typeof input>>;

/** Somebody gives their word: for themselves, or for children whom they are responsible for (SHR-3.4.3a, SHR-3.4.3c, PN-u13). */
export const recordSignature: Command<z.infer<typeof input>> = {
  roles: 'ANY',
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { signer, persons, signedOn } = call.input;
    const opened = await openAgreement(call, call.input);
    const findings = dayToCome('signedOn', signedOn, call.now);
    if (findings.length > 0) throw new CommandRefused('ARGUMENT_INVALID', { findings });
    partOf(opened, signer);
    for (const person of new Set(persons)) await sign(call, opened, partOf(opened, person));
    return settled(opened, call);
  },
};

async function sign(call: Signing, opened: Opened, found: Part): Promise<void> {
  const { input: given, transaction, now, principal } = call;
  const { change, part } = decided(call, opened, found);
  await requireMaySign(call, opened, part);
  const isOwn = part.personId === given.signer;
  const stands = ageOf(part, opened) !== 'YOUNG_PERSON' || isOwn || !isToSign(part);
  await addWord(
    transaction,
    opened.agreement,
    {
      signer: given.signer,
      person: part.personId,
      signedOn: given.signedOn,
      mode: given.mode,
      witnessedBy: given.witnessedBy ?? null,
      inOwnSystem: given.inOwnSystem,
      competence: given.entitledBy ?? given.competence?.reason ?? null,
    },
    now,
  );
  await stepPart(
    opened,
    part,
    {
      move: stands ? (part.excludes ? 'SIGN_WITH_EXCLUSIONS' : 'SIGN') : 'SIGN_IN_PART',
      onBehalfOf: 'FAMILY',
      reason: 'Who signed, how and for whom stands with the agreement.',
      details: { mode: given.mode, own: isOwn, recorder: principal.accountId },
      change: {
        ...change,
        ...(stands ? { agrees: true } : {}),
        ...(isOwn ? { coSignatureDue: false } : {}),
        // An adult who agrees needs no law to stand in for them; what protects a child goes on.
        ...(isOwn && ageOf(part, opened) === 'ADULT' ? { basis: null } : {}),
      },
    },
    takingFor(call),
  );
}

/** What is decided with the signature on whether a young person can agree for themselves; theirs and nobody else's. */
function decided(
  { input: { competence: given }, principal }: Signing,
  opened: Opened,
  part: Part,
): { readonly change: PartChange; readonly part: Part } {
  if (given == null || ageOf(part, opened) !== 'YOUNG_PERSON') return { change: {}, part };
  const { decision, reason, directlySupported } = given;
  return {
    change: {
      competence: decision,
      competenceReason: reason,
      competenceBy: principal.accountId,
      directlySupported,
    },
    part: { ...part, competence: decision, directlySupported },
  };
}
