import type { JustificationInLaw, Relying } from '@postern/policy';
import {
  ABSENCE_OF_CONSENT_REASONS,
  ARTICLE_6,
  ARTICLE_6_CONSENT,
  ARTICLE_8_AIMS,
  ARTICLE_9,
  ARTICLE_9_CONSENT,
  findingsOfJustification,
  LEGAL_GATEWAYS,
  OFFENCE_AUTHORITIES,
  RECOGNISED_INTERESTS,
  SCHEDULE_1,
} from '@postern/policy';
import { SOMEBODY_ELSE } from './judge.ts';
import type { LegalBasis, Said } from './said.ts';

/** The fields of the law of which one of a closed list is named. */
export const CHOSEN_FIELDS = [
  'article6',
  'recognisedInterest',
  'gateway',
  'gatewayHead',
  'article8Aim',
  'article9',
  'article10',
  'schedule1Paragraph',
  'absenceOfConsentReason',
] as const;
export type ChosenField = (typeof CHOSEN_FIELDS)[number];

/** What would be complete in law for a reader today, by field, the one proposed first. */
export type Offered = Readonly<Record<ChosenField, readonly (string | null)[]>>;

/** What is to be justified, and what of the law is already settled. */
export type ToJustify = Pick<Said, 'classes' | 'purpose'> & Partial<LegalBasis>;

const NOTHING: JustificationInLaw = {
  classes: [],
  purpose: '',
  relevance: 'x',
  alternativesConsidered: 'x',
  article6: '',
  recognisedInterest: null,
  article9: null,
  article10: null,
  schedule1Paragraph: null,
  absenceOfConsentReason: null,
  gateway: null,
  gatewayHead: null,
  deaFactors: null,
  article8Aim: null,
  confidenceRoute: null,
  publicInterest: null,
  ownView: null,
  sourceView: null,
  approvedBy: SOMEBODY_ELSE,
};

/** What is left for last: the yes can be taken back, and what asks for more is more to write. */
const LAST: ReadonlySet<string | null> = new Set([
  ARTICLE_6_CONSENT,
  ARTICLE_9_CONSENT,
  ...Object.entries(LEGAL_GATEWAYS).flatMap(([name, { asks }]) => (asks === null ? [] : [name])),
  ...Object.entries(SCHEDULE_1).flatMap(([name, { consent, absenceReasons }]) =>
    consent || absenceReasons !== null ? [name] : [],
  ),
]);

/**
 * Goes through the fields in the order in which one leads to the next, and asks the law of each value that it knows
 * whether it could stand. What the agreements cite comes first.
 */
export function offeredFor(
  { classes, purpose, ...settled }: ToJustify,
  relying: Relying,
  cited: ReadonlySet<string> = new Set(),
): Offered {
  const inOrder = [...cited];
  let said: JustificationInLaw = { ...NOTHING, ...confidenceOf(settled), classes, purpose };
  const offered = new Map<ChosenField, readonly (string | null)[]>();
  for (const { field, values } of FIELDS) {
    const stands = (value: string | null): boolean => {
      const found = findingsOfJustification({ ...said, [field]: value ?? empty(field) }, relying);
      return !found.some(({ part }) => part === field);
    };
    const isNeeded = !stands(null);
    const able = isNeeded || field === 'gateway' ? values(said).filter(stands) : [];
    const ranked = able.toSorted((one, other) => rank(one) - rank(other));
    const options = isNeeded ? ranked : [null, ...ranked];
    offered.set(field, options);
    said = { ...said, [field]: options[0] ?? empty(field) };
  }
  return Object.fromEntries(offered) as Offered;

  function rank(value: string): number {
    if (Object.values(settled).includes(value)) return -1;
    const place = inOrder.indexOf(value);
    return (place === -1 ? inOrder.length : place) + (LAST.has(value) ? inOrder.length + 1 : 0);
  }
}

/** The law proposed: of each field the first that is offered. */
export function proposedBasis(
  toJustify: ToJustify,
  relying: Relying,
  cited?: ReadonlySet<string>,
): LegalBasis {
  const offered = offeredFor(toJustify, relying, cited);
  const first = Object.fromEntries(
    CHOSEN_FIELDS.map((field) => [field, offered[field][0] ?? null]),
  );
  return {
    ...(first as Record<ChosenField, string | null>),
    ...confidenceOf(toJustify),
    article6: first['article6'] ?? '',
    deaFactors: toJustify.deaFactors ?? null,
  };
}

/** What nobody can propose: what was told in confidence, and what people think of it. */
function confidenceOf({
  confidenceRoute = null,
  publicInterest = null,
  ownView = null,
  sourceView = null,
}: Partial<LegalBasis>) {
  return { confidenceRoute, publicInterest, ownView, sourceView };
}

function empty(field: ChosenField): string | null {
  return field === 'article6' ? '' : null;
}

interface Field {
  readonly field: ChosenField;
  values(said: JustificationInLaw): readonly string[];
}

/** The aims of Article 8(2), the one that early help serves first: what is proposed is what most will mean. */
function aimsFor(classes: readonly string[]): readonly string[] {
  const likely = classes.includes('CRIMINAL_OFFENCE') ? 'DISORDER_OR_CRIME' : 'HEALTH_OR_MORALS';
  return [likely, ...Object.keys(ARTICLE_8_AIMS).filter((aim) => aim !== likely)];
}

const names = (table: object) => (): readonly string[] => Object.keys(table);

const FIELDS: readonly Field[] = [
  { field: 'article6', values: names(ARTICLE_6) },
  { field: 'recognisedInterest', values: names(RECOGNISED_INTERESTS) },
  { field: 'gateway', values: names(LEGAL_GATEWAYS) },
  {
    field: 'gatewayHead',
    values: ({ gateway }) => Object.keys(LEGAL_GATEWAYS[gateway ?? '']?.heads ?? {}),
  },
  { field: 'article8Aim', values: ({ classes }) => aimsFor(classes) },
  { field: 'article10', values: names(OFFENCE_AUTHORITIES) },
  { field: 'article9', values: names(ARTICLE_9) },
  { field: 'schedule1Paragraph', values: names(SCHEDULE_1) },
  { field: 'absenceOfConsentReason', values: () => ABSENCE_OF_CONSENT_REASONS },
];
