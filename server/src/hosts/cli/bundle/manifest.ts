/** Name of the file that lists all others of a bundle. */
export const MANIFEST = 'manifest.json';

/** What a bundle says of itself, format version 1. */
export interface Manifest {
  readonly version: 1;
  /** The day for which evidence was graded, YYYY-MM-DD. */
  readonly date: string;
  /** Everything in the bundle but the manifest, sorted by path. */
  readonly files: readonly ManifestFile[];
  /** Evidence that is not in the bundle, and why. */
  readonly absent: readonly AbsentEvidence[];
}

/** A file of a bundle. */
export interface ManifestFile {
  /** In the bundle, with `/`. */
  readonly path: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** Qualified ids of the controls whose evidence it is; empty for mappings and the coverage. */
  readonly controls: readonly string[];
}

/** Evidence that could not be packed. */
export interface AbsentEvidence {
  readonly target: string;
  readonly control: string;
  readonly why: string;
}

/** Reads the list of files of a manifest; undefined for a text that is none. */
export function manifestFiles(text: string): ManifestFile[] | undefined {
  const data = parsed(text);
  if (!isRecord(data) || data['version'] !== 1 || !Array.isArray(data['files'])) return undefined;
  const files: unknown[] = data['files'];
  const read = files.flatMap(each => {
    if (!isRecord(each)) return [];
    const { path, bytes, sha256 } = each;
    if (typeof path !== 'string' || typeof bytes !== 'number' || typeof sha256 !== 'string') return [];
    return /^[0-9a-f]{64}$/.test(sha256) ? [{ path, bytes, sha256, controls: [] }] : [];
  });
  return read.length === files.length ? read : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no JSON is no manifest, which is what the caller tells the user
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
