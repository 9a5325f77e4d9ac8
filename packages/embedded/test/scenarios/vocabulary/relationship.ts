import type { Asking } from '../../county-fixture.ts';
import type { Answered } from '../../machines/commands.ts';
import { commands } from '../../machines/commands.ts';
import { daysFromNow } from './county-words.ts';
import type { Scene } from './scene.ts';

/** Somebody declares, or ends, that somebody is related to a family. */
export function declares(
  { gate }: Scene,
  who: Asking,
  command: string,
  args: Readonly<Record<string, unknown>>,
): Promise<Answered> {
  const given = { reason: 'His cousin.', ...args };
  return commands(gate(), who, command, given, {
    shows: '... on ConflictChanged { conflict state }',
  });
}

interface Named {
  readonly id: string;
}

/** Somebody declared a relationship with a family, and it is in force until the scenario ends. */
export async function relates({ given }: Scene, who: Named, family: Named): Promise<void> {
  await given.added('access.conflict_of_interest', {
    id: crypto.randomUUID(),
    account_id: who.id,
    family_id: family.id,
    declared_at: daysFromNow(-1),
  });
}

/** Somebody holds one more office until the scenario ends. */
export async function holdsOffice({ given }: Scene, who: Named, role: string): Promise<void> {
  await given.added('access.role_holding', {
    id: crypto.randomUUID(),
    account_id: who.id,
    role,
    starts_at: daysFromNow(-1),
  });
}
