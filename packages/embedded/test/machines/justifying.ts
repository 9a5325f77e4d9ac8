import type { RefusalCode } from '@postern/errors';
import { REFUSALS } from '@postern/errors';
import type { Purpose } from '@postern/policy';
import { cast, lawfulBasis } from '@postern/sample-county';
import { expect } from 'vitest';
import type { Asking, Gate } from '../county-fixture.ts';

const { yarrow } = cast.families;
const { dorothea } = cast.practitioners;

/** The classes that the suites justify, with whom they are about and where they are read. */
export const ITEMS = {
  HEALTH: {
    class: 'SPECIAL_CATEGORY:HEALTH',
    about: yarrow.persons.jack,
    field: 'healthConditions',
    label: 'name',
    values: ['Asthma', 'Tics'],
  },
  OFFENCE: {
    class: 'CRIMINAL_OFFENCE',
    about: yarrow.persons.vera,
    field: 'convictions',
    label: 'offence',
    values: ['Fare evasion', 'Theft'],
  },
} as const;
export type Item = keyof typeof ITEMS;

export const EPISODE = yarrow.episodes.current;

/** Whoever writes justifications here: their agencies share on different grounds. */
export type Practitioner = (typeof cast.practitioners)[keyof typeof cast.practitioners];

const TYPES: Readonly<Record<string, string>> = {
  episode: 'ID!',
  person: 'ID!',
  classes: '[String!]!',
  purpose: 'String!',
  relevance: 'String',
  alternatives: 'String!',
  dangerOfSharing: 'String',
  dangerOfNotSharing: 'String',
  nature: 'String!',
  familyToldOn: 'Date',
  notToldBecause: 'String',
  until: 'DateTime!',
  legal: 'LegalBasisInput!',
  covers: '[ID!]',
  idempotencyKey: 'String!',
  justification: 'ID!',
  expectedRevision: 'Int!',
  reason: 'String!',
  wholeSet: 'Boolean',
  caldicottAdvice: 'String',
  outcome: 'String!',
  checkedAccurate: 'Boolean!',
};

export interface JustificationRead {
  readonly id: string;
  readonly state: string;
  readonly revision: number;
  readonly set: string | null;
  readonly practitioner: { readonly id: string } | null;
  readonly approver: { readonly id: string } | null;
  readonly deputy: { readonly id: string } | null;
  readonly approvalReasons: readonly string[] | null;
}

export interface RefusedRead {
  readonly code: string;
  readonly about: readonly string[];
  readonly revision: number | null;
  readonly findings: readonly {
    readonly code: string;
    readonly part: string;
    readonly expected: string;
  }[];
}

/** What became of a command. */
export interface Answered {
  readonly changed: readonly JustificationRead[];
  readonly refused: RefusedRead | null;
}

export const JUSTIFICATION =
  'id state revision set practitioner { id } approver { id } deputy { id } approvalReasons';
const RESULT = `__typename ... on JustificationsChanged { justifications { ${JUSTIFICATION} } }
  ... on CommandRefusal { code remedy about revision findings { code part expected } }`;

export type Arguments = Readonly<Record<string, unknown>>;

/** Sends a command; nothing but its answer or its refusal may come back. */
export async function sends(
  gate: Pick<Gate, 'ask'>,
  who: Asking,
  command: string,
  given: Arguments,
  // An office works for no other purpose.
  purpose: Purpose = who.subject === dorothea.subject ? 'ADMINISTRATION' : 'UNDERSTAND_NEEDS',
): Promise<Answered> {
  const names = Object.keys(given);
  const typeOf = (name: string): string =>
    name === 'relevance' && command === 'justify' ? 'String!' : (TYPES[name] ?? 'String');
  const declared = names.map((name) => `$${name}: ${typeOf(name)}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const query = `mutation (${declared}) { ${command}(${passed}) { ${RESULT} } }`;
  const { body } = await gate.ask(who, query, { variables: given, purpose });
  expect(body.errors).toBeUndefined();
  const { __typename: type, justifications = [], ...refused } = body.data[command];
  if (type !== 'CommandRefusal') return { changed: justifications, refused: null };
  expect(refused.remedy).toBe(REFUSALS[refused.code as RefusalCode].remedy);
  return { changed: [], refused };
}

/** All that `justify` takes for an item, complete for the agency of whoever sends it; `differs` says in what it is not. */
export function complete(
  item: Item,
  by: Practitioner,
  until: Date,
  differs: Arguments = {},
): Arguments {
  const { class: dataClass, about } = ITEMS[item];
  return {
    episode: EPISODE.id,
    person: about.id,
    classes: [dataClass],
    purpose: 'UNDERSTAND_NEEDS',
    relevance: 'The plan for school mornings turns on it.',
    alternatives: 'A summary without the detail was tried and did not help.',
    dangerOfSharing: 'They could turn away from help.',
    dangerOfNotSharing: 'Harm could go unseen.',
    nature: 'FACT',
    familyToldOn: '2026-06-01',
    until: until.toISOString(),
    legal: legalFor(item, by),
    idempotencyKey: crypto.randomUUID(),
    ...differs,
  };
}

/** The law by which an item is shared with whoever it is. */
export function legalFor(item: Item, by: Practitioner): Arguments {
  return {
    ...lawfulBasis(by.agency),
    ...(item === 'HEALTH'
      ? {
          article9: 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST',
          schedule1Paragraph: '18',
          absenceOfConsentReason: 'CANNOT_REASONABLY_BE_OBTAINED',
        }
      : { article10: 'SCHEDULE_1_CONDITION', schedule1Paragraph: '6' }),
  };
}

/** What somebody reads of an item now: its values in order, or null where they are withheld. */
export async function reads(
  gate: Pick<Gate, 'ask'>,
  who: Asking,
  item: Item,
): Promise<readonly string[] | null> {
  const { field, label, about } = ITEMS[item];
  const query = `query ($reference: String!) { episode(reference: $reference) { family { members { id ${field} { ${label} } } } } }`;
  const { body } = await gate.ask(who, query, { variables: { reference: EPISODE.reference } });
  expect(body.errors).toBeUndefined();
  const members: readonly Record<string, unknown>[] = body.data.episode.family.members;
  const found = members.find(({ id }) => id === about.id)?.[field];
  if (found === null || found === undefined) return null;
  return (found as readonly Record<string, string>[]).map((each) => String(each[label])).sort();
}
