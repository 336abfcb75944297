import { strToU8, zipSync } from 'fflate';
import { hexSha256 } from '../../../text/hashes.ts';
import type { Collected } from './collect.ts';
import { MANIFEST, type Manifest, type ManifestFile } from './manifest.ts';

/** A bundle and what it says of itself. */
export interface Packed {
  readonly archive: Uint8Array;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest: who keeps it elsewhere can tell later that nothing was changed, the manifest included. */
  readonly manifestDigest: string;
}

/** Packs evidence with its coverage. The same files give the same bytes, on any machine. */
export function pack(collected: Collected, coverage: string, date: string): Packed {
  const contents = new Map<string, { bytes: Uint8Array; controls: readonly string[] }>([
    ['coverage.json', { bytes: strToU8(coverage), controls: [] }],
    ...[...collected.files].map(
      ([path, { bytes, controls }]) => [`files/${path}`, { bytes, controls: [...controls].sort() }] as const,
    ),
  ]);
  const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
  const files = sorted.map(
    ([path, { bytes, controls }]): ManifestFile => ({
      path,
      bytes: bytes.length,
      sha256: hexSha256(bytes),
      controls,
    }),
  );
  const manifest: Manifest = { version: 1, date, files, absent: collected.absent };
  const text = `${JSON.stringify(manifest, undefined, 2)}\n`;
  const entries = [
    [MANIFEST, strToU8(text)] as const,
    ...sorted.map(([path, { bytes }]) => [path, bytes] as const),
  ];
  // Local midnight: the format has no time zone, and its first day is the same everywhere.
  const archive = zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
  return { archive, manifest, manifestDigest: hexSha256(text) };
}
