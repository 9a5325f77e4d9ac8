import { expectedRevision, id, reason, requireRevision, takeStep, takingFor } from '@postern/steps';
import type { Command, CommandCall } from '@postern/subgraph-kit';
import { z } from 'zod';
import type { HeldAgency } from '../../agency/store/agency.ts';
import type { AgencyProviderMove } from '../agency-provider.machine.ts';
import { AGENCY_PROVIDER_MACHINE } from '../agency-provider.machine.ts';
import { DECIDERS } from '../deciders.ts';
import type { HeldLink, LinkWord } from '../store/links.ts';
import { holdLink, linkAnswer, linkStepOf, moveLink } from '../store/links.ts';

/** What every step of a link is given. */
const STEP = { link: id, expectedRevision, reason };

type Given<Shape extends z.ZodRawShape> = z.output<z.ZodObject<Shape>> & {
  readonly link: string;
  readonly expectedRevision: number;
  readonly reason: string;
};

/** What is asked of a step before it is taken, and by whose word the link then stands. */
export interface LinkStep<Input> {
  readonly move: AgencyProviderMove;
  readonly guard: (
    held: { readonly agency: HeldAgency; readonly link: HeldLink },
    call: CommandCall<Input>,
  ) => Promise<Omit<LinkWord, 'state'>>;
}

/** A step of one provider with one agency, both held until the transaction ends. */
export function linkStep<Shape extends z.ZodRawShape>(
  shape: Shape,
  { move, guard }: LinkStep<Given<Shape>>,
): Command<Given<Shape>> {
  const input = z.strictObject({ ...STEP, ...shape }) as unknown as z.ZodType<Given<Shape>>;
  return {
    roles: DECIDERS,
    purpose: 'ADMINISTRATION',
    input,
    run: async (call) => {
      const held = await holdLink(call.transaction, call.input.link);
      const { link } = held;
      requireRevision(link, call.input.expectedRevision);
      const word = await guard(held, call);
      const step = { ...linkStepOf(link), move, reason: call.input.reason };
      const state = await takeStep(AGENCY_PROVIDER_MACHINE, link, step, takingFor(call));
      return linkAnswer(await moveLink(call.transaction, link, { state, ...word }));
    },
  };
}
