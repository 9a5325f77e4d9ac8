import {
  expectedRevision,
  id,
  reason,
  requireRevision,
  requireStep,
  takeStep,
  takingFor,
} from '@postern/steps';
import type { Answer, Command, CommandCall } from '@postern/subgraph-kit';
import { CommandRefused } from '@postern/subgraph-kit';
import { z } from 'zod';
import { DECIDING, PARTNERS_TO_AGREE, PROPOSING } from '../offices.ts';
import type { ThemeMove } from '../research-theme.machine.ts';
import { researchThemeMachine } from '../research-theme.machine.ts';
import type { Theme } from '../store/themes.ts';
import { addApproval, holdTheme, partnerOf, partnersAgreed, stepTheme } from '../store/themes.ts';

const input = z.strictObject({ theme: id, expectedRevision, reason });
type Deciding = CommandCall<z.infer<typeof input>>;

/** A partner agrees, by somebody who neither put the theme forward nor is instructed by it (SOM-6.16.3–5). */
export const approveResearchTheme: Command<z.infer<typeof input>> = {
  roles: DECIDING,
  purpose: 'ANY',
  input,
  run: async (call) => {
    const { transaction, principal, now } = call;
    const theme = await holdTheme(transaction, call.input.theme);
    requireRevision(theme, call.input.expectedRevision);
    requireStep(researchThemeMachine, theme, 'AGREE');
    const { accountId: by, agencyId: agency } = principal;
    if (theme.proposedBy === by || theme.analysts.includes(by))
      throw new CommandRefused('SECOND_PERSON');
    const [partner, agreed] = [
      await partnerOf(transaction, agency),
      await partnersAgreed(transaction, theme.id),
    ];
    if (agreed.includes(partner)) throw new CommandRefused('PARTNER_HAS_AGREED');
    await addApproval(transaction, theme.id, { partner, agency, by, at: now });
    return steps(call, theme, agreed.length + 1 < PARTNERS_TO_AGREE ? 'AGREE' : 'APPROVE');
  },
};

/** Any partner, or whoever put it forward, takes a theme back; nothing is made, sent or downloaded under it from then on. */
export const withdrawResearchTheme: Command<z.infer<typeof input>> = {
  roles: [...new Set([...PROPOSING, ...DECIDING])],
  purpose: 'ANY',
  input,
  run: async (call) => {
    const theme = await holdTheme(call.transaction, call.input.theme);
    requireRevision(theme, call.input.expectedRevision);
    return steps(call, theme, 'WITHDRAW');
  },
};

async function steps(call: Deciding, theme: Theme, move: ThemeMove): Promise<Answer> {
  const state = await takeStep(
    researchThemeMachine,
    theme,
    { move, reason: call.input.reason, onBehalfOf: 'AGENCY', about: {} },
    takingFor(call),
  );
  await stepTheme(call.transaction, theme.id, state);
  return { theme: theme.id, state, revision: theme.revision + 1 };
}
