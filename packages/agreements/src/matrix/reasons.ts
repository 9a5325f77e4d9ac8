/** Why several cells are left. */
export const NO_EXTRACT =
  'A pseudonymised extract is made under an agreement of its own, and no record is read for it (DEV-A4-6).';
export const NO_COUNT = 'No counts of this kind are published.';
export const NOT_JUSTIFIABLE =
  'An address belongs to a household, and a justification covers persons.';
export const NO_AGENCY =
  'Who recorded a person’s name, address or contact is not held, so nothing tells one’s own from others’.';
