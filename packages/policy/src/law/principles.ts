import type { Dated } from './dated.ts';

/** A principle or rule by which people decide; a machine checks only that what it asks for is recorded. */
export interface Principle extends Dated {
  readonly name: string;
}

const list = (dated: Dated, names: readonly string[]): readonly Principle[] =>
  names.map((name) => ({ ...dated, name }));

/** The Caldicott principles of the National Data Guardian. */
export const CALDICOTT_PRINCIPLES = list(
  { from: '2020-12-08', until: null, source: 'National Data Guardian, December 2020' },
  [
    'Justify the purpose',
    'Use only when necessary',
    'Use the minimum necessary',
    'Strict need-to-know',
    'Users know their responsibilities',
    'Comply with the law',
    'The duty to share matters as much as confidentiality',
    'Inform people how information is used',
  ],
);

/** The golden rules of information sharing, edition of 2018, which the agreements cite. */
export const GOLDEN_RULES_2018 = list(
  { from: '2018-07-01', until: '2024-05-01', source: 'HM Government advice, July 2018' },
  [
    'The law is no barrier',
    'Be open and honest',
    'Seek advice',
    'Share with consent where appropriate',
    'Consider safety and well-being',
    'Necessary, proportionate, relevant, adequate, accurate, timely and secure',
    'Record the decision and the reasons',
  ],
);

/** The edition of 2024, which took its place. */
export const GOLDEN_RULES_2024 = list(
  { from: '2024-05-01', until: null, source: 'Department for Education advice, May 2024' },
  [
    'Protecting a child comes before privacy',
    'Tell child and carers where practicable and safe',
    'Consent is not needed where a child is at risk',
    'Seek advice promptly',
    'Protect who could be harmed by exposure',
    'Share only what is relevant and accurate with whom it concerns',
    'Record the reasons, shared or not',
  ],
);
