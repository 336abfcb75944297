// Reads the table of contents of a ZIP file, which is what a VSIX is.

const endMark = 0x06054b50;
const entryMark = 0x02014b50;

/**
 * The files of an archive with their sizes in bytes, in the order of the archive.
 * @param {Buffer} archive without ZIP64 parts, which packages of our size never have
 * @returns {{ name: string, size: number, packed: number }[]}
 * @throws when the bytes are no ZIP file
 */
export function readZip(archive) {
  let end = archive.length - 22;
  while (end >= 0 && archive.readUInt32LE(end) !== endMark) end--;
  if (end < 0) throw new Error('this is no ZIP file');
  const count = archive.readUInt16LE(end + 10);
  let at = archive.readUInt32LE(end + 16);
  const files = [];
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== entryMark) throw new Error('the table of contents is broken');
    const lengths = [28, 30, 32].map(offset => archive.readUInt16LE(at + offset));
    const name = archive.toString('utf8', at + 46, at + 46 + lengths[0]);
    files.push({ name, packed: archive.readUInt32LE(at + 20), size: archive.readUInt32LE(at + 24) });
    at += 46 + lengths[0] + lengths[1] + lengths[2];
  }
  return files;
}
