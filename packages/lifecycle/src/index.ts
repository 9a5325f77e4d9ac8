export { bankHolidays } from './deadlines/bank-holidays.ts';
export { deadlineAfter } from './deadlines/deadline-after.ts';
export type { Period } from './deadlines/period.ts';
export type { WorkingCalendar } from './deadlines/working-calendar.ts';
export {
  isWithinWorkingHours,
  isWorkingDay,
  startOfNextWorkingDay,
} from './deadlines/working-days.ts';
export { after, type Machine, type Move, possible } from './machine.ts';
