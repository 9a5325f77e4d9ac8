import { isOneOf, isWritten } from '@postern/access-facts';
import { sql } from 'drizzle-orm';
import {
  check,
  date,
  index,
  integer,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { partners } from '../schema.ts';

/** To social care of the host, or after a family that moved to another authority. */
export const TRANSFER_KINDS = ['STEP_UP', 'OUT_OF_COUNTY'] as const;
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export const TRANSFER_STATES = [
  'PROPOSED',
  'ITEMS_PICKED',
  'APPROVED',
  'SENT',
  'RECEIVED',
  'STEPPED_DOWN',
  'WITHDRAWN',
  'ENDED',
] as const;
export type TransferState = (typeof TRANSFER_STATES)[number];

/** There is no way to any other system of the council (SHR-3.4.10a). */
export const DESTINATIONS = ['CHILDRENS_SOCIAL_CARE', 'ADULTS_SOCIAL_CARE'] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** Where a family may be followed to (STA-6.0c). */
export const UK_NATIONS = ['ENGLAND', 'SCOTLAND', 'WALES', 'NORTHERN_IRELAND'] as const;
export type UkNation = (typeof UK_NATIONS)[number];

/** How what was picked goes to an authority that has no account here. */
export const SECURE_CHANNELS = ['SECURE_EMAIL', 'SECURE_PORTAL', 'BY_HAND'] as const;
export type SecureChannel = (typeof SECURE_CHANNELS)[number];

/** What is known of whoever picked an item at that moment: why they might read it. */
export const ITEM_BASES = ['ORDINARY', 'OWN_ENTRY', 'JUSTIFIED', 'BY_ROLE'] as const;
export type ItemBasis = (typeof ITEM_BASES)[number];

/** Something of an episode that goes elsewhere, picked by hand; one to social care has the id of its proceeding. */
export const transfer = partners.table(
  'transfer',
  {
    id: uuid().primaryKey(),
    kind: text().$type<TransferKind>().notNull(),
    episodeId: uuid('episode_id').notNull(),
    destination: text().$type<Destination>(),
    /** The authority, and in which of the four nations it is. */
    authority: text(),
    nation: text().$type<UkNation>(),
    /** Which risk requires social care, or what the family asked to be sent on. */
    need: text().notNull(),
    /** Who of the family agreed that it is sent on, and when. */
    consentBy: uuid('consent_by'),
    consentOn: date('consent_on'),
    state: text().$type<TransferState>().notNull(),
    /** Counted up by every step; a step names the one that it was decided on. */
    revision: integer().notNull().default(1),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: timestamp('proposed_at', { withTimezone: true }).notNull(),
    approvedBy: uuid('approved_by'),
    /** The social-care worker who reads, and by which access. */
    receiverId: uuid('receiver_id'),
    grantId: uuid('grant_id'),
    sentAt: timestamp('sent_at', { withTimezone: true }),
    channel: text().$type<SecureChannel>(),
    /** When social care closed its work, and who says so. */
    closedThereOn: date('closed_there_on'),
    closedThereBy: uuid('closed_there_by'),
    /** Who of the family wishes for early help again, since when, and whom they told. */
    wishOf: uuid('wish_of'),
    wishOn: date('wish_on'),
    wishToldTo: uuid('wish_told_to'),
  },
  (t) => [
    index().on(t.episodeId),
    index().on(t.proposedAt, t.id),
    check('transfer_kind', isOneOf(t.kind, TRANSFER_KINDS)),
    check('transfer_state', isOneOf(t.state, TRANSFER_STATES)),
    check('transfer_destination', isOneOf(t.destination, DESTINATIONS)),
    check('transfer_nation', isOneOf(t.nation, UK_NATIONS)),
    check('transfer_channel', isOneOf(t.channel, SECURE_CHANNELS)),
    check('transfer_need', isWritten(t.need)),
    check(
      'transfer_goes_somewhere',
      sql`CASE ${t.kind} WHEN 'STEP_UP' THEN ${t.destination} IS NOT NULL AND ${t.nation} IS NULL
        ELSE ${t.destination} IS NULL AND ${t.nation} IS NOT NULL AND ${isWritten(t.authority)}
          AND ${t.consentBy} IS NOT NULL AND ${t.consentOn} IS NOT NULL END`,
    ),
  ],
);

/** One line of a manifest: an item that somebody picked, and why they might read it then (SHR-3.4.10c). */
export const transferLine = partners.table(
  'transfer_line',
  {
    transferId: uuid('transfer_id').notNull(),
    itemId: uuid('item_id').notNull(),
    type: text().notNull(),
    basis: text().$type<ItemBasis>().notNull(),
    justificationId: uuid('justification_id'),
    pickedBy: uuid('picked_by').notNull(),
    pickedAt: timestamp('picked_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.transferId, t.itemId] }),
    check('transfer_line_basis', isOneOf(t.basis, ITEM_BASES)),
  ],
);

/** The council's word that a receiver may pass on what it was sent, to whom, and under which change of its agreement (SHR-SIG-b). */
export const onwardConsent = partners.table(
  'onward_consent',
  {
    id: uuid().primaryKey(),
    transferId: uuid('transfer_id').notNull(),
    recipient: text().notNull(),
    /** Where the letter is kept. */
    letter: text().notNull(),
    amendedOn: date('amended_on'),
    consentedBy: uuid('consented_by').notNull(),
    consentedAt: timestamp('consented_at', { withTimezone: true }).notNull(),
    disclosedBy: uuid('disclosed_by'),
    disclosedAt: timestamp('disclosed_at', { withTimezone: true }),
  },
  (t) => [index().on(t.transferId)],
);
