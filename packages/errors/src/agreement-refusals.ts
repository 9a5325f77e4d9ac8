/** Why a step of a family's agreement, of what it withholds or of a young person's limit was not taken. */
export const AGREEMENT_REFUSALS = {
  SIGNER_NOT_ENTITLED: {
    status: 409,
    message: 'They cannot speak for this person.',
    remedy:
      'An adult speaks for themselves; for a child somebody does whose parental responsibility is on record, or say what was seen that entitles them (entitledBy). Nobody takes a child’s part away.',
  },
  COMPETENCE_UNDECIDED: {
    status: 409,
    message: 'Nobody has found that this young person can decide for themselves.',
    remedy:
      'Record what a practitioner found, and why: with the signature, or by reviewCompetence.',
  },
  NOT_A_YOUNG_PERSON: {
    status: 409,
    message:
      'This is for young people who are old enough to be asked themselves, and not yet adults.',
    remedy: 'For a child, speak with whoever is responsible; an adult decides for themselves.',
  },
  SPOKEN_FOR_BY_ANOTHER: {
    status: 409,
    message: 'Somebody else who is responsible for this child agrees.',
    remedy: 'Record the answer of whoever says no for themselves; the child’s part goes on.',
  },
  DETAILS_NOT_THEIRS: {
    status: 409,
    message: 'These details are not theirs alone to withhold.',
    remedy:
      'Name whom the details are about: themselves, or a child of whom nobody else speaks. Without anybody, only what the household holds together is withheld.',
  },
  SAFETY_NOT_WITHHELD: {
    status: 409,
    message: 'What protects a child is withheld from nobody at a family’s wish.',
    remedy: 'Leave these details out; explain to the family why they are shared.',
  },
  REMOVAL_STANDS: {
    status: 409,
    message: 'The family had this agency removed, and that stands.',
    remedy: 'End the removal, and with it the exclusion: endFamilyRemoval.',
  },
} as const;
