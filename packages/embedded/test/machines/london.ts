/** The day of a moment in London. */
export function londonDay(moment: number): readonly [year: number, month: number, day: number] {
  const local = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(moment);
  const [year = 0, month = 0, day = 0] = local.split('-').map(Number);
  return [year, month, day];
}

/** The moment at which a day begins in London; days beyond the month's end are those of the next one. */
export function midnight(year: number, month: number, day: number): number {
  const utc = Date.UTC(year, month - 1, day);
  const hour = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    hourCycle: 'h23',
  }).format(utc);
  return utc - Number(hour) * 3_600_000;
}
