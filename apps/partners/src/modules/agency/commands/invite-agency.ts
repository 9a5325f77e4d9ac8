import { randomUUID } from 'node:crypto';
import { AGENCY_KINDS } from '@postern/access-facts';
import { begin, idempotencyKey, reason, takingFor, title } from '@postern/steps';
import type { Command } from '@postern/subgraph-kit';
import { z } from 'zod';
import { HOST } from '../../role-holding/offices.ts';
import { AGENCY_MACHINE } from '../agency.machine.ts';
import { domains } from '../guards/domain.ts';
import { writeDomains } from '../store/domains.ts';

const input = z.strictObject({
  name: title,
  kind: z.enum(AGENCY_KINDS),
  domains,
  reason,
  idempotencyKey,
});

/** Begins with an organisation that is to take part. */
export const inviteAgency: Command<z.output<typeof input>> = {
  roles: HOST,
  purpose: 'ADMINISTRATION',
  input: input as z.ZodType<z.output<typeof input>>,
  run: async (call) => {
    const { transaction } = call;
    const id = randomUUID();
    const state = await begin(
      AGENCY_MACHINE,
      id,
      {
        move: 'INVITE',
        reason: call.input.reason,
        onBehalfOf: 'AGENCY',
        about: { agency: id },
      },
      takingFor(call),
    );
    await transaction.run({
      text: 'INSERT INTO access.agency (id, name, kind, state) VALUES ($1, $2, $3, $4)',
      values: [id, call.input.name, call.input.kind, state],
    });
    await writeDomains(transaction, id, call.input.domains);
    return { agency: id };
  },
};
