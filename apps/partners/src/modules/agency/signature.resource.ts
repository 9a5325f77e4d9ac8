import { agencySignature } from '@postern/access-facts';
import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, reference } from '@postern/subgraph-kit';

export const signatureResource: ResourceDefinition = {
  type: 'Signature',
  table: agencySignature,
  link: { kind: 'NONE' },
  order: [ascending('agreement'), ascending('signedOn')],
  fields: {
    id: column('id'),
    agency: reference('Agency', 'agencyId'),
    agreement: column('agreement'),
    version: column('version'),
    signedOn: column('signedOn'),
    effectiveFrom: column('effectiveFrom'),
    endsAt: column('endsAt'),
  },
};
