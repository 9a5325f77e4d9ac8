import type { TimerUnit } from '../terms/timer.ts';

/** A figure that no agreement has and the work needs; a partnership may choose another. */
export interface OwnFigure {
  readonly says: string;
  readonly value: number;
  readonly unit: TimerUnit | 'COUNT';
  readonly days: 'CALENDAR' | 'WORKING' | null;
  /** Why it is what it is where a partnership says nothing. */
  readonly because: string;
}
