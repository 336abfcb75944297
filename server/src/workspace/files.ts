import { distance } from 'fastest-levenshtein';
import { globMatcher } from './glob.ts';
import { folderOf, foldersUp, nameOf } from './paths.ts';

/** So many letters of a path may differ for it to count as similar. */
const MOST_DIFFERENCE = 3;

/** The paths of all files in the workspace, whether or not they were read. */
export class FileSet {
  private readonly paths = new Set<string>();
  /** How many files lie in each folder and below it. */
  private readonly folders = new Map<string, number>();
  /** What was found out about the set as it is. */
  private found = new Map<string, unknown>();

  get size(): number {
    return this.paths.size;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** Adds a path. Returns the folders that came into being with it; undefined when the path was there. */
  add(path: string): readonly string[] | undefined {
    if (this.paths.has(path)) return undefined;
    this.paths.add(path);
    return this.count(path, 1).filter(folder => this.folders.get(folder) === 1);
  }

  /** Removes a path. Returns the folders that are gone with it; undefined when the path was not there. */
  delete(path: string): readonly string[] | undefined {
    if (!this.paths.delete(path)) return undefined;
    const gone = this.count(path, -1).filter(folder => this.folders.get(folder) === 0);
    for (const folder of gone) this.folders.delete(folder);
    return gone;
  }

  private count(path: string, by: number): string[] {
    if (this.found.size > 0) this.found = new Map();
    const folders = foldersUp(folderOf(path));
    for (const folder of folders) this.folders.set(folder, (this.folders.get(folder) ?? 0) + by);
    return folders;
  }

  /** The result of a look at the whole set, which is kept until a file is added or removed. */
  private once<T>(key: string, look: () => T): T {
    if (!this.found.has(key)) this.found.set(key, look());
    return this.found.get(key) as T;
  }

  /** All paths, sorted. */
  get all(): readonly string[] {
    return this.once('all', () => [...this.paths].sort());
  }

  /** The paths that a glob matches, sorted; hidden files count. */
  matching(glob: string): readonly string[] {
    return this.once(`glob ${glob}`, () => {
      const matches = globMatcher(glob);
      return this.all.filter(path => matches(path));
    });
  }

  /** Whether something lies in a folder; the outermost one is the empty text. */
  hasFolder(path: string): boolean {
    return this.folders.has(path);
  }

  /** A path that equals this one but for case. */
  otherCase(path: string): string | undefined {
    const lower = this.once('lower', () => new Map(this.all.map(each => [each.toLowerCase(), each])));
    const found = lower.get(path.toLowerCase());
    return found === path ? undefined : found;
  }

  /**
   * The file that a path which leads nowhere may have meant: one that differs in case only, the only one of that name,
   * or the only one whose name or whose folder differs in a few letters.
   */
  similar(path: string): string | undefined {
    return this.once(
      `similar ${path}`,
      () => this.otherCase(path) ?? this.sameName(path) ?? this.close(path),
    );
  }

  private sameName(path: string): string | undefined {
    const same = this.byName.get(nameOf(path)) ?? [];
    return same.length === 1 ? same[0] : undefined;
  }

  private get byName(): ReadonlyMap<string, readonly string[]> {
    return this.once('names', () => grouped(this.all, nameOf));
  }

  private close(path: string): string | undefined {
    const near = [
      ...(this.byName.get(nameOf(path)) ?? []),
      ...(this.once('folders', () => grouped(this.all, folderOf)).get(folderOf(path)) ?? []),
    ];
    const close = [...new Set(near)].filter(
      each =>
        Math.abs(each.length - path.length) <= MOST_DIFFERENCE && distance(each, path) <= MOST_DIFFERENCE,
    );
    return close.length === 1 ? close[0] : undefined;
  }
}

function grouped(paths: readonly string[], by: (path: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const group = groups.get(by(path));
    if (group === undefined) groups.set(by(path), [path]);
    else group.push(path);
  }
  return groups;
}
