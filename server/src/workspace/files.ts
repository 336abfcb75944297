/** The paths of all files in the workspace, whether or not they were read. */
export class FileSet {
  private readonly paths = new Set<string>();
  private sorted: readonly string[] | undefined;
  private folders: ReadonlySet<string> | undefined;
  private lower: ReadonlyMap<string, string> | undefined;

  get size(): number {
    return this.paths.size;
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }

  /** Adds a path; false when it was there. */
  add(path: string): boolean {
    if (this.paths.has(path)) return false;
    this.paths.add(path);
    this.forget();
    return true;
  }

  /** Removes a path; false when it was not there. */
  delete(path: string): boolean {
    const was = this.paths.delete(path);
    if (was) this.forget();
    return was;
  }

  private forget(): void {
    this.sorted = undefined;
    this.folders = undefined;
    this.lower = undefined;
  }

  /** All paths, sorted. */
  get all(): readonly string[] {
    this.sorted ??= [...this.paths].sort();
    return this.sorted;
  }

  /** The paths that a test accepts, sorted. */
  matching(test: (path: string) => boolean): readonly string[] {
    return this.all.filter(path => test(path)); // a matcher may read further arguments
  }

  hasFolder(path: string): boolean {
    this.folders ??= foldersOf(this.paths);
    return path === '' ? this.paths.size > 0 : this.folders.has(path);
  }

  /** A path that equals this one but for case. */
  otherCase(path: string): string | undefined {
    this.lower ??= new Map(this.all.map(each => [each.toLowerCase(), each]));
    const found = this.lower.get(path.toLowerCase());
    return found === path ? undefined : found;
  }
}

function foldersOf(paths: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (folders.has(folder)) break;
      folders.add(folder);
    }
  }
  return folders;
}
