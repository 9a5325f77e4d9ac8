import type { Shape } from './shape.ts';
import { NO_PARAGRAPH } from './shape.ts';

const A9_G = 'A9_2_G_SUBSTANTIAL_PUBLIC_INTEREST';
const A9_H = 'A9_2_H_HEALTH_OR_SOCIAL_CARE';

/** Article 9 and the Schedule 1 paragraphs that complete it. */
export const specialCategories: readonly Shape[] = [
  { class: 'health', that: 'is complete', has: {}, complete: true },
  { class: 'health', that: 'needs no approval', has: { approvedBy: null }, complete: true },
  {
    class: 'health',
    that: 'cites no Article 9 condition',
    has: { article9: null },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites an unknown Article 9 condition',
    has: { article9: 'A9_2_Z_CURIOSITY' },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites a name that every object inherits',
    has: { article9: 'constructor' },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites explicit consent without a paragraph',
    has: { article9: 'A9_2_A_EXPLICIT_CONSENT', ...NO_PARAGRAPH },
    complete: true,
  },
  {
    class: 'health',
    that: 'cites vital interests without a paragraph',
    has: { article9: 'A9_2_C_VITAL_INTERESTS', ...NO_PARAGRAPH },
    policyDocument: 'NONE',
    complete: true,
  },
  {
    class: 'health',
    that: 'cites explicit consent with a paragraph that needs a policy document, and has none',
    has: { article9: 'A9_2_A_EXPLICIT_CONSENT', schedule1Paragraph: '6' },
    policyDocument: 'NONE',
    complete: false,
  },
  {
    class: 'health',
    that: 'cites public interest without a paragraph',
    has: { article9: A9_G, ...NO_PARAGRAPH },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites public interest with paragraph 6',
    has: { article9: A9_G, schedule1Paragraph: '6', absenceOfConsentReason: null },
    complete: true,
  },
  {
    class: 'health',
    that: 'cites public interest with paragraph 28',
    has: { article9: A9_G, schedule1Paragraph: '28' },
    complete: true,
  },
  {
    class: 'health',
    that: 'cites public interest with paragraph 5',
    has: { article9: A9_G, schedule1Paragraph: '5' },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites public interest with paragraph 29',
    has: { article9: A9_G, schedule1Paragraph: '29' },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites public interest with a paragraph of health care',
    has: { article9: A9_G, schedule1Paragraph: '2' },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites paragraph 018',
    has: { schedule1Paragraph: '018' },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites health care with its paragraph, without policy document',
    has: { article9: A9_H, schedule1Paragraph: '2' },
    policyDocument: 'NONE',
    complete: true,
  },
  {
    class: 'health',
    that: 'cites health care with the safeguarding paragraph',
    has: { article9: A9_H, schedule1Paragraph: '18' },
    complete: false,
  },
  {
    class: 'health',
    that: 'cites social protection with its paragraph',
    has: {
      article9: 'A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION',
      schedule1Paragraph: '1',
    },
    complete: true,
  },
  {
    class: 'health',
    that: 'cites social protection without policy document',
    has: {
      article9: 'A9_2_B_EMPLOYMENT_SOCIAL_SECURITY_SOCIAL_PROTECTION',
      schedule1Paragraph: '1',
    },
    policyDocument: 'NONE',
    complete: false,
  },
  {
    class: 'health',
    that: 'cites public health with its paragraph',
    has: { article9: 'A9_2_I_PUBLIC_HEALTH', schedule1Paragraph: '3' },
    complete: true,
  },
  {
    class: 'health',
    that: 'cites research with its paragraph',
    has: { article9: 'A9_2_J_ARCHIVING_RESEARCH_STATISTICS', schedule1Paragraph: '4' },
    complete: true,
  },
  {
    class: 'health',
    that: 'cites research with the paragraph of public health',
    has: { article9: 'A9_2_J_ARCHIVING_RESEARCH_STATISTICS', schedule1Paragraph: '3' },
    complete: false,
  },
  {
    class: 'health',
    that: 'has no policy document for paragraph 18',
    has: {},
    policyDocument: 'NONE',
    complete: false,
  },
  {
    class: 'health',
    that: 'has a policy document until today',
    has: {},
    policyDocument: 'UNTIL_TODAY',
    complete: true,
  },
  {
    class: 'health',
    that: 'has a policy document until yesterday',
    has: {},
    policyDocument: 'UNTIL_YESTERDAY',
    complete: false,
  },
  {
    class: 'health',
    that: 'has a policy document from tomorrow',
    has: {},
    policyDocument: 'FROM_TOMORROW',
    complete: false,
  },
  {
    class: 'health',
    that: 'gives no reason for absent consent under paragraph 18',
    has: { absenceOfConsentReason: null },
    complete: false,
  },
  {
    class: 'health',
    that: 'gives an unknown reason under paragraph 18',
    has: { absenceOfConsentReason: 'TOO_BUSY' },
    complete: false,
  },
  {
    class: 'health',
    that: 'would prejudice protection by asking',
    has: { absenceOfConsentReason: 'WOULD_PREJUDICE_PROTECTION' },
    complete: true,
  },
  {
    class: 'ethnicity',
    that: 'is another special category, complete in the same way',
    has: { classes: ['SPECIAL_CATEGORY:ETHNICITY'] },
    complete: true,
  },
  {
    class: 'ethnicity',
    that: 'is another special category without Article 9',
    has: { classes: ['SPECIAL_CATEGORY:ETHNICITY'], article9: null },
    complete: false,
  },
];
