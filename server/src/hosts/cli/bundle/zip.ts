import { inflateRawSync } from 'node:zlib';

/** A file of an archive; its content is unpacked when it is asked for. */
export interface ZipEntry {
  readonly name: string;
  readonly bytes: number;
  /** @throws ArchiveError when it cannot be unpacked to just as many bytes as it says. */
  content(): Buffer;
}

/** Why an archive is refused: it is no archive, it is damaged, or it tries something. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_ENTRIES = 25_000;
/** All that an archive may unpack to. */
const MOST_BYTES = 2 * 1024 * 1024 * 1024;

/**
 * The files of a ZIP archive. Nothing is unpacked and nothing is written.
 * @throws ArchiveError for names that climb or are absolute, symbolic links, two files of one name or one place,
 *   encryption, and for more files or bytes than a bundle has.
 */
export function zipEntries(archive: Buffer): ZipEntry[] {
  const end = endOf(archive);
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  if (archive.readUInt16LE(end + 8) !== count || archive.readUInt16LE(end + 4) !== 0)
    throw new ArchiveError('it is a part of an archive in several parts');
  if (count > MOST_ENTRIES) throw new ArchiveError(`it has more than ${MOST_ENTRIES} files`);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = start;
  const places: { from: number; to: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== CENTRAL)
      throw new ArchiveError('its list of files is damaged');
    const header = centralHeader(archive, at);
    checkName(header.name);
    if (header.link) throw new ArchiveError(`"${header.name}" is a symbolic link`);
    if (header.encrypted) throw new ArchiveError(`"${header.name}" is encrypted`);
    if (names.has(header.name)) throw new ArchiveError(`"${header.name}" is there twice`);
    names.add(header.name);
    total += header.bytes;
    if (total > MOST_BYTES) throw new ArchiveError('it unpacks to more than 2 GB');
    const { from, to } = dataOf(archive, header, start);
    places.push({ from: header.offset, to });
    entries.push({
      name: header.name,
      bytes: header.bytes,
      content: () => unpacked(archive.subarray(from, to), header),
    });
    at += header.length;
  }
  assertApart(places);
  return entries;
}

/** Files that share their packed bytes are how a small archive becomes a large one. */
function assertApart(places: { readonly from: number; readonly to: number }[]): void {
  let last = 0;
  for (const { from, to } of places.sort((a, b) => a.from - b.from)) {
    if (from < last) throw new ArchiveError('two of its files lie in one place');
    last = to;
  }
}

interface Header {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly bytes: number;
  readonly offset: number;
  readonly length: number;
  readonly link: boolean;
  readonly encrypted: boolean;
}

function endOf(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 22 - 65_535); at -= 1)
    if (archive.readUInt32LE(at) === END) return at;
  throw new ArchiveError('it is no ZIP archive');
}

function centralHeader(archive: Buffer, at: number): Header {
  const nameLength = archive.readUInt16LE(at + 28);
  return {
    name: archive.toString('utf8', at + 46, at + 46 + nameLength),
    method: archive.readUInt16LE(at + 10),
    packed: archive.readUInt32LE(at + 20),
    bytes: archive.readUInt32LE(at + 24),
    offset: archive.readUInt32LE(at + 42),
    length: 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32),
    link: ((archive.readUInt32LE(at + 38) >>> 16) & 0xf000) === 0xa000,
    encrypted: (archive.readUInt16LE(at + 8) & 1) === 1,
  };
}

function checkName(name: string): void {
  const parts = name.split('/');
  if (
    name === '' ||
    name.startsWith('/') ||
    /[\\\0]|^[A-Za-z]:/.test(name) ||
    parts.includes('..') ||
    parts.includes('.')
  )
    throw new ArchiveError(`"${name}" would lie outside of the archive`);
}

function dataOf(
  archive: Buffer,
  { name, offset, packed }: Header,
  limit: number,
): { from: number; to: number } {
  if (offset + 30 > limit || archive.readUInt32LE(offset) !== LOCAL)
    throw new ArchiveError(`"${name}" is not where the list says`);
  const from = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  if (from + packed > limit) throw new ArchiveError(`"${name}" is cut off`);
  return { from, to: from + packed };
}

function unpacked(data: Buffer, { name, method, bytes }: Header): Buffer {
  const content = method === 0 ? data : method === 8 ? inflated(data, name, bytes) : undefined;
  if (content === undefined) throw new ArchiveError(`"${name}" is packed in a way that is not known`);
  if (content.length !== bytes) throw new ArchiveError(`"${name}" has another size than the list says`);
  return content;
}

function inflated(data: Buffer, name: string, bytes: number): Buffer {
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, bytes) });
  } catch {
    throw new ArchiveError(`"${name}" is damaged, or larger than the list says`);
  }
}
