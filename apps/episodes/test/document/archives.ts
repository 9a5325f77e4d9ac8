/** A file of a test's archive; what the directory says of its sizes may be other than what they are. */
export interface Archived {
  readonly name: string;
  readonly content?: Buffer;
  readonly says?: { readonly packed?: number; readonly unpacked?: number; readonly flags?: number };
}

/** An archive whose files are stored as they are. */
export function archive(files: readonly Archived[], comment = ''): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { name, content = Buffer.from('<x/>'), says = {} } of files) {
    const packed = says.packed ?? content.length;
    const unpacked = says.unpacked ?? content.length;
    const local = Buffer.alloc(30);
    local.write('PK\x03\x04', 'latin1');
    local.writeUInt32LE(packed, 18);
    local.writeUInt32LE(unpacked, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(says.flags ?? 0, 8);
    entry.writeUInt32LE(packed, 20);
    entry.writeUInt32LE(unpacked, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    bodies.push(local, Buffer.from(name), content);
    entries.push(entry, Buffer.from(name));
    at += local.length + name.length + content.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...bodies, directory, end, Buffer.from(comment, 'latin1')]);
}

/** The files that make an archive a text document. */
export const OF_A_DOCX: readonly Archived[] = [
  { name: '[Content_Types].xml' },
  { name: '_rels/.rels' },
  { name: 'word/document.xml' },
];

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
export const PNG = Buffer.concat([
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  Buffer.alloc(40),
  Buffer.from('0000000049454e44ae426082', 'hex'),
]);
export const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a464946', 'hex'),
  Buffer.alloc(40),
  Buffer.from('ffd9', 'hex'),
]);
