import type { Statements } from '@postern/subgraph-kit';
import { argumentInvalid, CommandRefused } from '@postern/subgraph-kit';

/**
 * Only a personal address at a domain of the own agency is one person's (SHR-8.1c), until they leave.
 * @throws CommandRefused ARGUMENT_INVALID with what would be right, EMAIL_IN_USE
 */
export async function requirePersonalMailbox(
  transaction: Statements,
  { email, agency, besides }: { email: string; agency: string; besides: string | null },
): Promise<void> {
  const [name = '', domain = ''] = email.split('@');
  const [known] = await transaction.run<{ own: boolean; used: boolean; shared: readonly string[] }>(
    {
      text: `SELECT EXISTS (SELECT FROM access.agency_domain WHERE agency_id = $1 AND domain = $2) AS own,
        EXISTS (SELECT FROM partners.practitioner WHERE lower(email) = $3 AND left_at IS NULL AND id IS DISTINCT FROM $4::uuid) AS used,
        ARRAY(SELECT name FROM access.shared_mailbox) AS shared`,
      values: [agency, domain, email, besides],
    },
  );
  if (known?.own !== true)
    throw argumentInvalid('email', 'an address at a domain that the agency recorded');
  if (isShared(name, known.shared))
    throw argumentInvalid('email', 'a mailbox that one person reads, and nobody else');
  if (known.used) throw new CommandRefused('EMAIL_IN_USE');
}

/** `info`, `office2`, `school.office`: a name that says a place or a task and no person. */
function isShared(name: string, shared: readonly string[]): boolean {
  const parts = name.split(/[^a-z]+/).filter((part) => part !== '');
  if (shared.includes(parts.join(''))) return true;
  return parts.every((part) => shared.includes(part));
}
