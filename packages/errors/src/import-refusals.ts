/** Why what a source sent was not taken in, or not put on a record. */
export const IMPORT_REFUSALS = {
  SOURCE_NOT_YOURS: {
    status: 403,
    message: 'Your organisation is none that sends the data of this source.',
    remedy:
      'Name the source that your organisation is; of which kinds the organisations of a source are stands in "about".',
  },
  CSV_NOT_READABLE: {
    status: 400,
    message: 'The file could not be read as the table that was asked for.',
    remedy:
      'Send the columns in "expected" with their names in the first line, separated by commas, as UTF-8; correct the line that the finding names.',
  },
  BELOW_THRESHOLD: {
    status: 409,
    message: 'The family does not meet enough criteria of the programme.',
    remedy:
      'Leave it in the pool. How many it meets and how many are needed stands in "about"; what is received later may add to them.',
  },
  KNOWN_ALREADY: {
    status: 409,
    message: 'Nobody of this group is left to make known.',
    remedy: 'Look at the candidates that there are: matchCandidates.',
  },
} as const;
