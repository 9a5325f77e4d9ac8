const LONDON = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/**
 * The day that it is in London at an instant, `YYYY-MM-DD`. Every agreement is of partnerships in England: what holds from
 * or until a day holds by their days, in summer as in winter. Statements have the same of the database.
 */
export function civilDay(at: Date): string {
  const [day = '', month = '', year = ''] = LONDON.format(at).split('/');
  return `${year.padStart(4, '0')}-${month}-${day}`;
}
