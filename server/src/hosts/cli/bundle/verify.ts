import { hexSha256 } from '../../../text/hashes.ts';
import { MANIFEST, manifestFiles } from './manifest.ts';
import { ArchiveError, zipEntries } from './zip.ts';

/** How a bundle differs from what it says of itself; paths are sorted. */
export interface Verified {
  readonly files: number;
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  readonly extra: readonly string[];
  /** SHA-256 of the manifest. */
  readonly manifestDigest: string;
}

/** As much as a manifest may hold. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Compares a bundle with its manifest.
 * @throws ArchiveError when it is no bundle, is damaged, or tries something.
 */
export function verify(archive: Buffer): Verified {
  const entries = new Map(zipEntries(archive).map(each => [each.name, each]));
  const own = entries.get(MANIFEST);
  if (own === undefined || own.bytes > LONGEST) throw new ArchiveError(`it has no ${MANIFEST}`);
  const text = own.content();
  const listed = manifestFiles(text.toString('utf8'));
  if (listed === undefined) throw new ArchiveError(`its ${MANIFEST} is none of format version 1`);
  const names = new Set(listed.map(each => each.path));
  const missing: string[] = [];
  const changed: string[] = [];
  for (const { path, sha256 } of listed) {
    const entry = entries.get(path);
    if (entry === undefined) missing.push(path);
    else if (hexSha256(entry.content()) !== sha256) changed.push(path);
  }
  const extra = [...entries.keys()].filter(name => name !== MANIFEST && !names.has(name));
  return {
    files: listed.length,
    missing: missing.sort(),
    changed: changed.sort(),
    extra: extra.sort(),
    manifestDigest: hexSha256(text),
  };
}
