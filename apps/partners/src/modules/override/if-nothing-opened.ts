/**
 * Said with every answer to an override, found or not, so that it tells of nobody: what finds a family that what was said
 * did not, or not alone (SHR-3.5L-e).
 */
export const IF_NOTHING_OPENED =
  'If nothing was opened, check the names, and add what you know: date of birth, postcode, the reference of the episode, or another person of the household, such as a parent. A child who is known in two families is found by the reference, or with somebody else of the household that you mean. Of whom you know one name, give that with date of birth and postcode.';
