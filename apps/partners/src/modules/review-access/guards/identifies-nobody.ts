import { CommandRefused } from '@postern/subgraph-kit';

/** What is written of somebody and can be told by its form alone; names cannot, and are asked of whoever publishes. */
const IDENTIFYING: Readonly<Record<string, RegExp>> = {
  'a reference of an episode or a family': /\b[A-Z]{2}-\d{4,}\b/,
  'a number of ten digits or more, as the NHS number is': /(?:\d[ -]?){9}\d/,
  'a National Insurance number': /\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i,
  'a postcode': /\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i,
  'an e-mail address': /[^\s@]+@[^\s@]+\.[^\s@]+/,
  'a day': /\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b/,
};

/**
 * What is learned is shared without anybody in it (SHR-6c).
 * @throws CommandRefused LEARNING_IDENTIFIES naming what kinds of identifier stand in it, never the identifier
 */
export function requireNobody(learning: string): void {
  const found = Object.entries(IDENTIFYING)
    .filter(([, form]) => form.test(learning))
    .map(([what]) => what);
  if (found.length > 0) throw new CommandRefused('LEARNING_IDENTIFIES', { about: found });
}
