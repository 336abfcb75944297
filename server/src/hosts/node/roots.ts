import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';

/** A workspace folder on disk. */
export interface HostRoot {
  /** Its prefix in workspace paths; empty when it is the only one. */
  readonly prefix: string;
  /** Absolute path. */
  readonly folder: string;
}

/** A workspace path that was found to lead to a place inside its folder. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  readonly stats: Stats;
}

/**
 * The only way from a workspace path to the disk. A path that climbs, or that a symbolic link leads out of its
 * folder, has no place.
 */
export class Roots {
  private readonly roots: readonly { readonly prefix: string; readonly real: string }[];
  /** Folders whose real place was looked up, for as long as one batch takes. */
  private readonly inside = new Map<string, boolean>();
  /** Folders that {@link entries} was not permitted to look into. */
  readonly denied = new Set<string>();

  constructor(roots: readonly HostRoot[]) {
    this.roots = roots.flatMap(({ prefix, folder }) => {
      const real = realOf(folder);
      return real === undefined ? [] : [{ prefix, real }];
    });
  }

  /** Prefixes of the folders that exist. */
  get prefixes(): readonly string[] {
    return this.roots.map(each => each.prefix);
  }

  /** Forgets what was looked up: links may have changed since. */
  renew(): void {
    this.inside.clear();
  }

  /** The file or folder at a workspace path; undefined where there is none that may be looked at. */
  place(path: string): Place | undefined {
    const root = this.rootOf(path);
    if (root === undefined) return undefined;
    const parts = partsBelow(root.prefix, path);
    if (parts === undefined) return undefined;
    const file = join(root.real, ...parts);
    const folder = parts.length === 0 ? root.real : join(root.real, ...parts.slice(0, -1));
    if (!this.isInside(folder, root.real)) return undefined;
    const own = statsOf(file);
    if (own === undefined) return undefined;
    if (!own.isSymbolicLink()) return { file, stats: own };
    const target = realOf(file);
    const stats = target === undefined || !within(root.real, target) ? undefined : statsOf(target);
    return stats === undefined || target === undefined ? undefined : { file: target, stats };
  }

  /** What lies in a folder; empty where there is none that may be looked at. */
  entries(path: string): readonly Dirent[] {
    const place = this.place(path);
    if (place === undefined || !place.stats.isDirectory()) return [];
    try {
      return readdirSync(place.file, { withFileTypes: true });
    } catch (error) {
      if (isDenied(error)) this.denied.add(path);
      return []; // else it is gone since it was seen
    }
  }

  /** Whether a path is written in the letter case that the disk has. */
  isSpelledSo(path: string): boolean {
    const root = this.rootOf(path);
    const parts = root === undefined ? undefined : partsBelow(root.prefix, path);
    if (root === undefined || parts === undefined) return false;
    const written = join(root.real, ...parts);
    const real = realOf(written);
    return real === written || real?.toLowerCase() !== written.toLowerCase();
  }

  private rootOf(path: string): { prefix: string; real: string } | undefined {
    return this.roots.find(({ prefix }) => prefix === '' || path === prefix || path.startsWith(`${prefix}/`));
  }

  private isInside(folder: string, root: string): boolean {
    const known = this.inside.get(folder);
    if (known !== undefined) return known;
    const real = realOf(folder);
    const answer = real !== undefined && within(root, real);
    this.inside.set(folder, answer);
    return answer;
  }
}

/** Whether the system refused to hand something out that is there. */
export function isDenied(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

function partsBelow(prefix: string, path: string): string[] | undefined {
  const below = prefix === '' ? path : path.slice(prefix.length + 1);
  if (below === '') return [];
  const parts = below.split('/');
  const strange = (part: string): boolean =>
    part === '' ||
    part === '.' ||
    part === '..' ||
    part.includes('\0') ||
    (sep === '\\' && /[\\:]/.test(part));
  return parts.some(strange) ? undefined : parts;
}

function within(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}

function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined; // not permitted, or a part of the path is a file
  }
}
