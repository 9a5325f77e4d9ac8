/** How long something may take, in the units in which agreements count. */
export interface Period {
  /** A whole number, not negative. */
  readonly value: number;
  readonly unit: 'HOUR' | 'DAY' | 'MONTH' | 'YEAR';
  /** Which days count; null where the text does not say: then every day does, which is the stricter reading. */
  readonly days: 'CALENDAR' | 'WORKING' | null;
}
