/** The day on which the UK GDPR's bases and the Data Protection Act 2018 began; nothing is relied on here for an earlier day. */
export const BEGINNING = '2018-05-25';

/** The day on which the Data (Use and Access) Act 2025 changed Article 6 (SI 2026/82). */
export const DUAA_2025 = '2026-02-05';

/** Something of the law with the days on which it may be relied on; both `YYYY-MM-DD`. */
export interface Dated {
  /** The first day, {@link BEGINNING} for what is older; null where no day has been appointed, which is not in force. */
  readonly from: string | null;
  /** The first day on which it no longer may; null for an open end. */
  readonly until: string | null;
  /** Where it stands in the law. */
  readonly source: string;
}

/** Whether it may be relied on on the day (`YYYY-MM-DD`). */
export function inForce({ from, until }: Dated, day: string): boolean {
  return from !== null && from <= day && (until === null || day < until);
}

/** In force since {@link BEGINNING}, with no end. */
export function sinceTheBeginning(source: string): Dated {
  return { from: BEGINNING, until: null, source };
}

/** The entry of a table under a name from outside, where it is in force on the day. */
export function entryInForce<Entry extends Dated>(
  table: Readonly<Record<string, Entry>>,
  name: string | null,
  day: string,
): Entry | null {
  const entry = name !== null && Object.hasOwn(table, name) ? table[name] : undefined;
  return entry !== undefined && inForce(entry, day) ? entry : null;
}
