/** Why a reporting tool’s question was not answered; each follows from the question alone. */
export const REPORTING_REFUSALS = {
  KEY_INVALID: {
    status: 401,
    message: 'This key opens nothing here: it is unknown or revoked, was replaced, or has ended.',
    remedy: 'Make a key, or replace one that still opens: createReportingKey, rotateReportingKey.',
  },
  REPORTING_CREDENTIALS_ENOUGH: {
    status: 409,
    message: 'You answer for as many keys and services as one person may.',
    remedy:
      'Revoke those that nobody uses: revokeReportingCredential. How many one may have stands in "about".',
  },
  QUERY_OPTION_INVALID: {
    status: 400,
    message: 'A part of the address is not as OData has it, or names what is not there.',
    remedy:
      'Correct the option that "option" names, at the character in "at" where there is one: what was expected stands in "expected".',
  },
  QUERY_OPTION_UNSUPPORTED: {
    status: 501,
    message: 'OData has this option or function, but this service does not.',
    remedy: 'Ask without it, or use what "supported" names; your tool can do the rest itself.',
  },
  SUM_NOT_OF_ONE_KIND: {
    status: 400,
    message: 'This sum would add numbers that are not alike.',
    remedy:
      'Group by every column that "columns" names, or hold each to one value in a filter within $apply; a dimension also to several of its members, and kind to COUNT. Better still, read the published total: its row says ALL.',
  },
  PAGE_NO_LONGER_THERE: {
    status: 410,
    message: 'Since the first page of this answer was read, new figures were published.',
    remedy: 'Read it again from its first page.',
  },
  ROW_UNKNOWN: {
    status: 404,
    message: 'There is no such row, table or address for reporting tools.',
    remedy:
      'Read the service document, which lists the tables, and take a row’s key from its table.',
  },
} as const;
