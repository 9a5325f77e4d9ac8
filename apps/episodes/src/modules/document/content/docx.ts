import type { ContentFinding } from './content-finding.ts';
import type { Ends } from './ends.ts';
import type { ArchivedFile } from './zip.ts';
import { archivedFiles, beginsAsArchive } from './zip.ts';

const MIB = 1_024 * 1_024;
/** Unpacked, all of it together. */
const LARGEST_UNPACKED = 200 * MIB;
const MOST_FILES = 2_000;
/** Deflate cannot do better than about a thousand to one; text in XML comes nowhere near a hundred. */
const MOST_TO_ONE = 200;
/** What is small tells nothing by how well it packs. */
const TOO_SMALL_TO_TELL = MIB;
/** What a text document of Office Open XML consists of at least (ECMA-376, parts 1 and 2). */
const PARTS: readonly string[] = ['[Content_Types].xml', '_rels/.rels', 'word/document.xml'];
const PROGRAMS = /(?:vbaProject\.bin|\.(?:exe|dll|js|vbs|jar|bat|cmd|ps1))$/i;

/** Whether an archive is a text document of Office Open XML that can be opened without harm; its directory is believed in nothing that it says to its favour. */
export function docxFinding({ first, last, length }: Ends): ContentFinding | null {
  if (!beginsAsArchive(first)) return 'OTHER_TYPE';
  const files = archivedFiles(last, length);
  if (files === null || files.length > MOST_FILES) return 'ARCHIVE_UNSAFE';
  const names = new Set(files.map(({ name }) => name));
  if (!PARTS.every((part) => names.has(part))) return 'OTHER_TYPE';
  return isSafe(files, length) && names.size === files.length ? null : 'ARCHIVE_UNSAFE';
}

function isSafe(files: readonly ArchivedFile[], length: number): boolean {
  const packed = files.reduce((sum, file) => sum + file.packed, 0);
  const unpacked = files.reduce((sum, file) => sum + file.unpacked, 0);
  // Files that lie over each other are more together than the whole.
  if (packed > length || unpacked > LARGEST_UNPACKED) return false;
  return files.every(
    (file) =>
      !file.isEncrypted &&
      !PROGRAMS.test(file.name) &&
      file.at + file.packed <= length &&
      (file.unpacked <= TOO_SMALL_TO_TELL || file.unpacked <= file.packed * MOST_TO_ONE),
  );
}
