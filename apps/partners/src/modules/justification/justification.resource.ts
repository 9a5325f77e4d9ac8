import { ENTRY_NATURES, justification, SHARING_OUTCOMES } from '@postern/access-facts';
import {
  ABSENCE_OF_CONSENT_REASONS,
  ARTICLE_6,
  ARTICLE_8_AIMS,
  ARTICLE_9,
  CONFIDENCE_ROUTES,
  LEGAL_GATEWAYS,
  OFFENCE_AUTHORITIES,
  PURPOSES,
  RECOGNISED_INTERESTS,
  SCHEDULE_1,
} from '@postern/policy';
import type { Columns, ResourceDefinition } from '@postern/subgraph-kit';
import { column, columnOf, descending, oneOfColumn, reference } from '@postern/subgraph-kit';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { RUNNING_OUT } from './justification.machine.ts';

/** Where it stands at the moment of the statement: that its end has passed is nowhere written. */
const standing = (row: Columns): SQL =>
  sql`CASE WHEN ${columnOf(row, 'state')} IN (${sql.raw(RUNNING_OUT.map((state) => `'${state}'`).join(', '))})
    AND ${columnOf(row, 'expiresAt')} <= p.now THEN 'EXPIRED' ELSE ${columnOf(row, 'state')} END`;

/** What the ledger counted of a justification; its rows are not for this subgraph to read. */
const ofLedger = (counted: 'uses' | 'last_used_at', row: Columns): SQL =>
  sql`(SELECT used.${sql.raw(counted)} FROM ledger.uses_of(${columnOf(row, 'id')}) used)`;

export const justificationResource: ResourceDefinition = {
  type: 'Justification',
  table: justification,
  link: { kind: 'EPISODE', episode: 'episodeId' },
  account: 'accountId',
  concernsOne: 'personId',
  order: [descending('startsAt')],
  fields: {
    id: column('id'),
    episode: reference('Episode', 'episodeId'),
    person: reference('Person', 'personId'),
    practitioner: reference('Practitioner', 'accountId'),
    classes: column('classes'),
    purpose: oneOfColumn('purpose', PURPOSES),
    relevance: column('relevance'),
    alternativesConsidered: column('alternativesConsidered'),
    dangerOfSharing: column('dangerOfSharing'),
    dangerOfNotSharing: column('dangerOfNotSharing'),
    nature: oneOfColumn('nature', ENTRY_NATURES),
    article6: oneOfColumn('article6', Object.keys(ARTICLE_6)),
    recognisedInterest: oneOfColumn('recognisedInterest', Object.keys(RECOGNISED_INTERESTS)),
    article9: oneOfColumn('article9', Object.keys(ARTICLE_9)),
    article10: oneOfColumn('article10', Object.keys(OFFENCE_AUTHORITIES)),
    schedule1Paragraph: oneOfColumn('schedule1Paragraph', Object.keys(SCHEDULE_1)),
    absenceOfConsentReason: oneOfColumn('absenceOfConsentReason', ABSENCE_OF_CONSENT_REASONS),
    gateway: oneOfColumn('gateway', Object.keys(LEGAL_GATEWAYS)),
    gatewayHead: column('gatewayHead'),
    deaFactors: column('deaFactors'),
    article8Aim: oneOfColumn('article8Aim', Object.keys(ARTICLE_8_AIMS)),
    confidenceRoute: oneOfColumn('confidenceRoute', Object.keys(CONFIDENCE_ROUTES)),
    publicInterest: column('publicInterest'),
    ownView: column('ownView'),
    sourceView: column('sourceView'),
    familyToldOn: column('familyToldOn'),
    notToldBecause: column('notToldBecause'),
    outcome: oneOfColumn('outcome', SHARING_OUTCOMES),
    checkedAt: column('checkedAt'),
    state: { kind: 'EXPRESSION', value: standing },
    revision: column('revision'),
    approvalReasons: column('approvalReasons'),
    approver: reference('Practitioner', 'approverId'),
    deputy: reference('Practitioner', 'deputyId'),
    decideBy: column('decideBy'),
    approvedBy: reference('Practitioner', 'approvedBy'),
    writtenBy: reference('Practitioner', 'writtenBy'),
    set: column('setId'),
    renews: column('renews'),
    caldicottAdvice: column('caldicottAdvice'),
    uses: { kind: 'EXPRESSION', value: (row) => ofLedger('uses', row) },
    lastUsedAt: { kind: 'EXPRESSION', value: (row) => ofLedger('last_used_at', row) },
    startsAt: column('startsAt'),
    expiresAt: column('expiresAt'),
  },
};
