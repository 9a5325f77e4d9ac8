/** One file of an archive, as the directory at the archive's end has it (ZIP, APPNOTE 4.3.12). */
export interface ArchivedFile {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

const LOCAL_HEADER = Buffer.from('PK\x03\x04', 'latin1');
const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const END = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** Tells bytes that begin with a file of an archive. */
export function beginsAsArchive(first: Buffer): boolean {
  return first.subarray(0, LOCAL_HEADER.length).equals(LOCAL_HEADER);
}

/** Tells bytes that end with the end of an archive's directory, with the comment that it says it has. */
export function endsAsArchive(last: Buffer): boolean {
  return endOf(last) !== null;
}

/**
 * The files of an archive; null where its directory does not lie whole in the last bytes, right before its end, or does not
 * say what it should. Archives that need more than 32 bits are larger than any document.
 */
export function archivedFiles(last: Buffer, length: number): readonly ArchivedFile[] | null {
  const end = endOf(last);
  if (end === null) return null;
  const count = last.readUInt16LE(end + 10);
  const size = last.readUInt32LE(end + 12);
  const offset = last.readUInt32LE(end + 16);
  const start = end - size;
  const isOneDisk = last.readUInt32LE(end + 4) === 0 && last.readUInt16LE(end + 8) === count;
  if (!isOneDisk || start < 0 || offset !== length - last.length + start) return null;
  return entriesIn(last.subarray(start, end), count);
}

function endOf(last: Buffer): number | null {
  const earliest = Math.max(0, last.length - END_BYTES - LONGEST_COMMENT);
  let at = last.lastIndexOf(END);
  while (at >= earliest) {
    if (
      at + END_BYTES <= last.length &&
      last.readUInt16LE(at + 20) === last.length - at - END_BYTES
    )
      return at;
    if (at === 0) return null;
    at = last.lastIndexOf(END, at - 1);
  }
  return null;
}

function entriesIn(directory: Buffer, count: number): readonly ArchivedFile[] | null {
  const files: ArchivedFile[] = [];
  let at = 0;
  while (at < directory.length) {
    if (at + ENTRY_BYTES > directory.length) return null;
    if (!directory.subarray(at, at + ENTRY.length).equals(ENTRY)) return null;
    const named = directory.readUInt16LE(at + 28);
    const next =
      at + ENTRY_BYTES + named + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    if (next > directory.length) return null;
    files.push({
      name: directory.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + named).toString('utf8'),
      isEncrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      at: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  return files.length === count ? files : null;
}
