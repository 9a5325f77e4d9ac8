import type { TermKind } from '@postern/access-facts';
import { agreement, agreementTerm } from '@postern/access-facts';
import type { Columns, FieldDefinition, ResourceDefinition } from '@postern/subgraph-kit';
import { ascending, column, columnOf } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';

export const agreementResource: ResourceDefinition = {
  type: 'Agreement',
  table: agreement,
  link: { kind: 'NONE' },
  order: [ascending('key')],
  fields: {
    id: column('id'),
    key: column('key'),
    title: column('title'),
    kind: column('kind'),
    version: column('version'),
    validFrom: column('validFrom'),
    validUntil: column('validUntil'),
    nextReviewOn: column('nextReviewOn'),
    firstReviewAfterMonths: column('firstReviewAfterMonths'),
    reviewEveryMonths: column('reviewEveryMonths'),
    noticeMonths: column('noticeMonths'),
    userAgreementVersion: column('userAgreementVersion'),
    inForceFrom: column('inForceFrom'),
    inForceUntil: column('inForceUntil'),
    signAgainBy: column('signAgainBy'),
    versions: terms('VERSION'),
    parties: terms('PARTY'),
    purposes: terms('PURPOSE'),
    bases: terms('BASIS'),
    items: terms('ITEM'),
    roles: terms('ROLE'),
    timers: terms('TIMER', 'AgreementTimer'),
    reviewQuestions: terms('REVIEW_QUESTION'),
    controllers: terms('CONTROLLER'),
    contacts: terms('CONTACT'),
    terms: terms('TERM'),
  },
};

export const agreementTermResource: ResourceDefinition = {
  type: 'AgreementTerm',
  table: agreementTerm,
  link: { kind: 'NONE' },
  where: (row) => sql`${columnOf(row, 'kind')} <> 'TIMER'`,
  order: [ascending('validFrom'), ascending('name')],
  fields: {
    id: column('id'),
    name: column('name'),
    says: column('says'),
    clause: column('clause'),
    validFrom: column('validFrom'),
  },
};

export const agreementTimerResource: ResourceDefinition = {
  type: 'AgreementTimer',
  table: agreementTerm,
  link: { kind: 'NONE' },
  where: (row) => sql`${columnOf(row, 'kind')} = 'TIMER'`,
  order: [ascending('name')],
  fields: {
    id: column('id'),
    name: column('name'),
    says: column('says'),
    clause: column('clause'),
    value: column('value'),
    chosen: column('chosen'),
    unit: column('unit'),
    days: column('days'),
    startsAt: column('startsAt'),
    configurable: column('configurable'),
  },
};

function terms(kind: TermKind, type = 'AgreementTerm'): FieldDefinition {
  return {
    kind: 'MANY',
    type,
    join: (parent: Columns, child: Columns): SQL =>
      sql`${columnOf(child, 'agreementId')} = ${columnOf(parent, 'id')} AND ${columnOf(child, 'kind')} = ${sql.raw(`'${kind}'`)}`,
  };
}
