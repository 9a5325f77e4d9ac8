/** What a figure counts. */
export type TimerUnit =
  | 'HOUR'
  | 'DAY'
  | 'MONTH'
  | 'YEAR'
  | 'YEARS_OF_AGE'
  | 'TIMES_A_YEAR'
  | 'POUND'
  | 'LEVEL_OF_NEED';

/** A figure of an agreement: how long, how often, how much. */
export interface Timer {
  readonly id: string;
  readonly says: string;
  /** Null where the text names none: at once, or as needed. */
  readonly value: number | null;
  readonly unit: TimerUnit;
  /** Which days count; null where it counts no days or the text does not say. */
  readonly days: 'CALENDAR' | 'WORKING' | null;
  /** What starts it; null where nothing does. */
  readonly startsAt: string | null;
  readonly clause: string;
  /** What the service takes where the partnership says nothing else. */
  readonly default: number | null;
  /** Whether a partnership may choose another figure. */
  readonly configurable: boolean;
}

/** A figure of the text, taken as it stands; a partnership may choose a stricter or clearer one where it says so. */
export function timer(
  id: string,
  says: string,
  clause: string,
  figure: {
    readonly value: number | null;
    readonly unit: TimerUnit;
    readonly days?: 'CALENDAR' | 'WORKING';
    readonly startsAt?: string;
    readonly default?: number;
    readonly fixed?: true;
  },
): Timer {
  return {
    id,
    says,
    value: figure.value,
    unit: figure.unit,
    days: figure.days ?? null,
    startsAt: figure.startsAt ?? null,
    clause,
    default: figure.default ?? figure.value,
    configurable: figure.fixed !== true,
  };
}
