import type { RawRow } from './raw-county.ts';

/** Birthdays had by today, or by the day of death; null for somebody not born yet or of unknown birth. */
export function yearsLived(person: RawRow, today: string): number | null {
  const born = person['dateOfBirth'] as string | null;
  const died = person['deceasedOn'] as string | null;
  const until = died !== null && died < today ? died : today;
  if (born === null || born > until) return null;
  const hadBirthday = until.slice(5) >= born.slice(5);
  return Number(until.slice(0, 4)) - Number(born.slice(0, 4)) - (hadBirthday ? 0 : 1);
}

export function bandOf(age: number | null): string | null {
  if (age === null) return null;
  if (age < 5) return '0-4';
  if (age < 10) return '5-9';
  if (age < 13) return '10-12';
  if (age < 16) return '13-15';
  if (age < 18) return '16-17';
  return age < 25 ? '18-24' : '25+';
}

export function yearOf(date: unknown): number | null {
  return typeof date === 'string' ? Number(date.slice(0, 4)) : null;
}
