import type { ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf, descending, reference } from '@postern/subgraph-kit';
import { eq, sql } from 'drizzle-orm';
import { disclosureLimit } from '../disclosure-limit/disclosure-limit.table.ts';
import { agreementSigner, exclusion, familyAgreement } from './agreement.table.ts';
import { agreementPart } from './agreement-part.table.ts';

export const familyAgreementResource: ResourceDefinition = {
  type: 'FamilyAgreement',
  table: familyAgreement,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  agency: 'agencyId',
  recorded: ['status', 'exclusions'],
  order: [descending('recordedAt')],
  fields: {
    id: column('id'),
    // An agency from which details are withheld must not learn that any are (SHR-3.4.4c).
    status: {
      kind: 'EXPRESSION',
      value: (row) =>
        sql`CASE ${columnOf(row, 'state')} WHEN 'SIGNED_WITH_EXCLUSIONS' THEN 'SIGNED' ELSE ${columnOf(row, 'state')} END`,
    },
    formVersion: column('formVersion'),
    noticeExplainedOn: column('noticeExplainedOn'),
    signedAt: column('signedAt'),
    withdrawnAt: column('withdrawnAt'),
    basisWhenNoAgreement: column('basisWhenNoAgreement'),
    revision: column('revision'),
    parts: {
      kind: 'MANY',
      type: 'AgreementPart',
      join: (agreement, part) => eq(columnOf(part, 'agreementId'), columnOf(agreement, 'id')),
    },
    signers: {
      kind: 'MANY',
      type: 'AgreementSigner',
      join: (agreement, signer) => eq(columnOf(signer, 'agreementId'), columnOf(agreement, 'id')),
    },
    exclusions: {
      kind: 'MANY',
      type: 'Exclusion',
      join: (agreement, excluded) =>
        eq(columnOf(excluded, 'agreementId'), columnOf(agreement, 'id')),
    },
    nature: column('nature'),
    recordedAt: column('recordedAt'),
    recordedBy: reference('Practitioner', 'recordedBy'),
    recordedByAgency: reference('Agency', 'agencyId'),
  },
};

/** One person's part: an entry about them, in the one episode. */
export const agreementPartResource: ResourceDefinition = {
  type: 'AgreementPart',
  table: agreementPart,
  link: { kind: 'PERSON_ENTRY', person: 'personId', episode: 'episodeId' },
  person: 'personId',
  agency: 'agencyId',
  recorded: ['state', 'disclosureLimit'],
  order: [ascending('recordedAt')],
  fields: {
    id: column('id'),
    person: reference('Person', 'personId'),
    state: {
      kind: 'EXPRESSION',
      value: (row) =>
        sql`CASE ${columnOf(row, 'state')} WHEN 'SIGNED_WITH_EXCLUSIONS' THEN 'SIGNED' ELSE ${columnOf(row, 'state')} END`,
    },
    agrees: column('agrees'),
    formVersion: column('formVersion'),
    noticeExplainedOn: column('noticeExplainedOn'),
    competence: column('competence'),
    coSignatureDue: column('coSignatureDue'),
    reviewDue: column('reviewDue'),
    basis: column('basis'),
    followUpPermission: column('followUpPermission'),
    disclosureLimit: {
      kind: 'EXPRESSION',
      value: (
        row,
      ) => sql`(SELECT ${disclosureLimit.level} FROM ${disclosureLimit} WHERE ${disclosureLimit.personId} = ${columnOf(row, 'personId')}
        AND ${disclosureLimit.setAt} <= p.now ORDER BY ${disclosureLimit.setAt} DESC, ${disclosureLimit.id} DESC LIMIT 1)`,
    },
    nature: column('nature'),
    recordedAt: column('recordedAt'),
    recordedBy: reference('Practitioner', 'recordedBy'),
    recordedByAgency: reference('Agency', 'agencyId'),
  },
};

export const agreementSignerResource: ResourceDefinition = {
  type: 'AgreementSigner',
  table: agreementSigner,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  concernsOne: 'personId',
  order: [ascending('signedOn')],
  fields: {
    id: column('id'),
    person: reference('Person', 'personId'),
    signedOn: column('signedOn'),
    competence: column('competence'),
  },
};

export const exclusionResource: ResourceDefinition = {
  type: 'Exclusion',
  table: exclusion,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  agency: 'agencyId',
  concernsOne: 'personId',
  excludedAgency: 'excludedAgencyId',
  recorded: ['scope'],
  order: [ascending('recordedAt')],
  fields: {
    id: column('id'),
    agency: reference('Agency', 'excludedAgencyId'),
    scope: column('scope'),
    coordinates: column('coordinates'),
    person: reference('Person', 'personId'),
    reason: column('reason'),
    viable: column('viable'),
    nature: column('nature'),
    recordedAt: column('recordedAt'),
    recordedBy: reference('Practitioner', 'recordedBy'),
    recordedByAgency: reference('Agency', 'agencyId'),
  },
};
