import type {
  FieldDecoder,
  NoticeDecoder,
  RowDecoder,
  RowValues,
  TraceKey,
} from '../statements/row-decoder.ts';
import type { ReleaseManifest } from './release-manifest.ts';
import type { Traces } from './traces.ts';

/** A record as the executor reads it. */
export type DecodedRow = { [field: string]: unknown };

/** Where decoding notes what it releases, and what it knows beside the row. */
export interface ReleaseNotes {
  readonly manifest: ReleaseManifest;
  readonly traces: Traces;
}

const NOTHING_WITHHELD: readonly unknown[] = Object.freeze([]);

/** Turns rows into records and writes into the manifest what they release and withhold. */
export function decodeRows(
  decoder: RowDecoder,
  rows: readonly RowValues[],
  notes: ReleaseNotes,
): readonly DecodedRow[] {
  if (rows.length === 0) return [];
  if (decoder.hiddenDetails === null) {
    for (const field of decoder.fields) {
      if (field.released === 'AS_ROW')
        notes.manifest.released(field.coordinate, field.class, rows.length);
    }
  }
  return rows.map((values) => decodeRow(decoder, values, notes));
}

function decodeRow(decoder: RowDecoder, values: RowValues, notes: ReleaseNotes): DecodedRow {
  const { manifest, traces } = notes;
  const row: DecodedRow = { __typename: decoder.type };
  if (decoder.id.position !== null) {
    const id = String(values[decoder.id.position]);
    row['id'] = id;
    manifest.row(decoder.type, id, decoder.id);
  }
  if (decoder.about !== null) nameEpisode(decoder.about, values, manifest);
  if (decoder.handed !== null) nameHanded(decoder.handed, values, manifest);
  if (decoder.grants !== null) manifest.reliedOn('GRANT', grantsOf(decoder.grants, values, traces));
  const opened = decoder.stricter === null ? null : values[decoder.stricter];
  if (Array.isArray(opened)) manifest.reliedOn('JUSTIFICATION', opened.map(String));
  const unlocking =
    decoder.justifications === null ? [] : behind(decoder.justifications, values, traces);
  const excluded = decoder.hiddenDetails === null ? null : values[decoder.hiddenDetails];
  for (const field of decoder.fields) {
    row[field.name] = readValue(field, values[field.position], notes);
    if (decoder.hiddenDetails === null && field.released === 'AS_ROW') continue;
    if (!isReleased(field, values, excluded)) continue;
    manifest.released(field.coordinate, field.class);
    if (unlocking.length > 0 && isUnlocked(field, values))
      manifest.reliedOn('JUSTIFICATION', justificationsOf(field, unlocking));
  }
  row['withheld'] =
    decoder.notices.length === 0 ? NOTHING_WITHHELD : withheldOn(decoder.notices, values, manifest);
  return row;
}

/** What is read of a family outside its record is on the ledger as of it all the same. */
function nameEpisode(
  { episode, family }: NonNullable<RowDecoder['about']>,
  values: RowValues,
  manifest: ReleaseManifest,
): void {
  const named = [
    ['Episode', values[episode]],
    ['Family', family === null ? null : values[family]],
  ] as const;
  for (const [type, id] of named) if (typeof id === 'string') manifest.concerns(type, id);
}

/** Who was handed what is in a record, piece by piece, is on the ledger with the record and whom it concerns. */
function nameHanded(
  { question, clause, record, persons, content }: NonNullable<RowDecoder['handed']>,
  values: RowValues,
  manifest: ReleaseManifest,
): void {
  if (content.every((position) => values[position] === null)) return;
  manifest.told({ question, clause, record: String(values[record]) });
  const concerned = persons === null ? null : values[persons];
  if (Array.isArray(concerned))
    for (const person of concerned) manifest.concerns('Person', String(person));
}

function grantsOf(
  grants: NonNullable<RowDecoder['grants']>,
  values: RowValues,
  traces: Traces,
): readonly string[] {
  if ('trace' in grants) return behind(grants, values, traces);
  const listed = values[grants.listed];
  return Array.isArray(listed) ? listed.map(String) : [];
}

function behind({ trace, key }: TraceKey, values: RowValues, traces: Traces): readonly string[] {
  return traces[trace]?.get(String(values[key])) ?? [];
}

function referTo(type: string, id: unknown, { manifest }: ReleaseNotes): DecodedRow {
  manifest.refer(type, String(id));
  return { __typename: type, id };
}

/** What was released by its class, not only as an entry of the reader's own agency. */
function isUnlocked({ released }: FieldDecoder, values: RowValues): boolean {
  return typeof released === 'object' && values[released.bit] === true;
}

/** Of the classes unlocked, each with its justification behind it, those of the field's class. */
function justificationsOf(field: FieldDecoder, unlocking: readonly string[]): readonly string[] {
  const prefix = `${field.class} `;
  return unlocking.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
}

// Entries of the reader's own agency show a value where the bit alone says no; an empty list may be what hides them.
function isReleased(field: FieldDecoder, values: RowValues, excluded: unknown): boolean {
  if (Array.isArray(excluded) && field.hiddenWith.some((detail) => excluded.includes(detail)))
    return false;
  if (field.released === 'AS_ROW') return true;
  if (field.released === 'NEVER') return false;
  return values[field.released.bit] === true || isShown(values[field.position]);
}

function isShown(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}

function readValue(field: FieldDecoder, value: unknown, notes: ReleaseNotes): unknown {
  if (value === null || value === undefined) return null;
  switch (field.value.kind) {
    case 'VALUE':
      return value;
    case 'REFERENCE':
      return referTo(field.value.type, value, notes);
    case 'REFERENCES': {
      const { type } = field.value;
      return (value as readonly unknown[]).map((id) => referTo(type, id, notes));
    }
    case 'ONE':
      return decodeRows(field.value.row, [value as RowValues], notes)[0];
    case 'MANY':
      return decodeRows(field.value.row, value as readonly RowValues[], notes);
  }
}

function withheldOn(
  notices: readonly NoticeDecoder[],
  values: RowValues,
  manifest: ReleaseManifest,
): readonly unknown[] {
  const told: unknown[] = [];
  for (const notice of notices) {
    if (notice.disclosed !== 'NEVER' && values[notice.disclosed.bit] === true) continue;
    if (notice.unlessShown && values[notice.position] !== null) continue;
    manifest.withheld(notice.coordinate, notice.reason);
    told.push({ __typename: 'Withheld', coordinate: notice.coordinate, ...notice.reason });
  }
  return told;
}
