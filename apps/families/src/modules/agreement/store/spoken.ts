import type { Statements } from '@postern/subgraph-kit';
import type { Opened } from '../guards/opened.ts';
import type { Spoken } from '../law/bound-by.ts';
import { ageOf, isInvolved, speaksFor } from '../law/part.ts';
import { isResponsible } from './kin.ts';
import { speakersOf } from './words.ts';

/** Everybody who agrees, or is asked to, with who speaks for them: whoever gave their word, or else is responsible for them. */
export async function spokenOf(
  transaction: Statements,
  opened: Opened,
  now: Date,
): Promise<readonly Spoken[]> {
  const words = await speakersOf(transaction, opened.agreement);
  const kin = await transaction.run<{ signer: string; person: string }>({
    text: `SELECT holder.person_id AS signer, child.person_id AS person FROM families.agreement_part holder JOIN families.agreement_part child
        ON child.agreement_id = holder.agreement_id AND child.person_id <> holder.person_id
      WHERE holder.agreement_id = $1 AND ${isResponsible('holder.person_id', 'child.person_id', { day: '$2::date', at: '$3::timestamptz' })}`,
    values: [opened.agreement.id, opened.today, now.toISOString()],
  });
  const involved = opened.parts.filter(isInvolved);
  const isIn = new Set(involved.map(({ personId }) => personId));
  return involved.map((part): Spoken => {
    const age = ageOf(part, opened);
    const by = (pairs: readonly { readonly signer: string; readonly person: string }[]) =>
      pairs
        .filter(({ signer, person }) => person === part.personId && isIn.has(signer))
        .map(({ signer }) => signer);
    return {
      personId: part.personId,
      age,
      speaks: speaksFor(part, opened),
      // Whoever is responsible speaks for a child, too, be it that another signed.
      spokenForBy: [...new Set([...by(words), ...by(kin)])],
    };
  });
}
