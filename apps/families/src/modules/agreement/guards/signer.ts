import type { CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import type { Part } from '../law/part.ts';
import { ageOf } from '../law/part.ts';
import { kinship } from '../store/kin.ts';
import type { Opened } from './opened.ts';
import { partOf } from './opened.ts';

/** Who signs, and what was seen that entitles them, where nothing on record does. */
interface Signing {
  readonly signer: string;
  readonly entitledBy?: string | null | undefined;
}

/**
 * An adult signs for themselves; a young person does, once a practitioner decided that they can; for a child whoever is
 * responsible does (SHR-3.4.3c, PN-u13), and nobody from whom the child is protected.
 * @throws CommandRefused SIGNER_NOT_ENTITLED, COMPETENCE_UNDECIDED
 */
export async function requireMaySign(
  { input: { signer, entitledBy }, transaction, now }: CommandCall<Signing>,
  opened: Opened,
  part: Part,
): Promise<void> {
  const age = ageOf(part, opened);
  if (part.personId === signer) {
    if (age === 'CHILD') throw new CommandRefused('SIGNER_NOT_ENTITLED');
    if (age === 'YOUNG_PERSON' && part.competence !== 'COMPETENT')
      throw new CommandRefused('COMPETENCE_UNDECIDED');
    return;
  }
  if (age === 'ADULT' || ageOf(partOf(opened, signer), opened) !== 'ADULT')
    throw new CommandRefused('SIGNER_NOT_ENTITLED');
  const kin = await kinship(
    transaction,
    { holder: signer, child: part.personId },
    { today: opened.today, now },
  );
  if (kin.isKeptAway || !(kin.isResponsible || part.isUnborn || entitledBy != null))
    throw new CommandRefused('SIGNER_NOT_ENTITLED');
}
