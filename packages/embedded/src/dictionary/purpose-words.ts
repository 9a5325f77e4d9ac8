import type { Purpose } from '@postern/policy';

/** Each purpose of use, for whoever has to choose one. */
export const PURPOSE_WORDS: Readonly<Record<Purpose, string>> = {
  UNDERSTAND_NEEDS: 'find out what a family needs',
  ENGAGE_FAMILY: 'make and keep contact with the family',
  CHOOSE_SUPPORT: 'decide which support fits',
  COORDINATE_SUPPORT: 'work together on the family’s plan',
  TRACK_OUTCOMES: 'see whether the support helps',
  MATCH_DATA: 'find families who may need help, by matching lists',
  PROFESSIONAL_CONVERSATION: 'talk a case over with another professional',
  SAFEGUARDING: 'protect somebody from harm',
  PLANNING_AND_REPORTING: 'plan services and report on them, in counts',
  REVIEW: 'review a case after an incident',
  AUDIT: 'check the quality of the work',
  ASSURANCE: 'check that the partnership keeps its agreement',
  EVALUATION: 'evaluate the programme',
  ADMINISTRATION: 'look after accounts, roles and grants',
  RIGHTS: 'see one’s own record, or answer somebody’s request about theirs',
};
