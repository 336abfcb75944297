import { digestOf } from '../text/digest.ts';
import type { TestFact } from './evidence-facts.ts';
import type { FactData, Stated } from './facts.ts';
import type { FileSet } from './files.ts';
import type { AuthorsFact, TimeFact } from './host-facts.ts';
import { type FactIndex, keyIn } from './index.ts';
import { lineRange } from './line-range.ts';
import type { LicenseFact } from './repository-facts.ts';
import type { RepositoryFileFact } from './repository-file.ts';

/** Every path under which the set of files may change at once; readers of globs and folders watch it. */
export const ALL_FILES_KEY = 'files';

/**
 * Questions about files, whatever they are: whether they are there, what text they hold, when they were changed and by
 * whom. Each answer's key is noted.
 */
export class FileGraph {
  private readonly index: FactIndex;
  private readonly files: FileSet;
  private readonly keys: Set<string>;

  constructor(index: FactIndex, files: FileSet, keys: Set<string>) {
    this.index = index;
    this.files = files;
    this.keys = keys;
  }

  /** What is stated under a key. */
  protected read<T extends FactData>(key: string): readonly Stated<T>[] {
    this.keys.add(key);
    return this.index.stated(key) as Stated<T>[];
  }

  /** What one document states under a key. */
  protected readBy<T extends FactData>(key: string, path: string): readonly Stated<T>[] {
    this.keys.add(keyIn(key, path));
    return this.index.statedBy(key, path) as Stated<T>[];
  }

  /** Whether a file is in the workspace. */
  hasFile(path: string): boolean {
    this.keys.add(`file:${path}`);
    return this.files.has(path);
  }

  /** Whether a folder is in the workspace: something lies in it. */
  hasFolder(path: string): boolean {
    this.keys.add(`folder:${path}`);
    return this.files.hasFolder(path);
  }

  /** The files that a glob matches, sorted. */
  matching(glob: string): readonly string[] {
    this.keys.add(ALL_FILES_KEY);
    return this.files.matching(glob);
  }

  /** The file that a path which leads nowhere may have meant. */
  similar(path: string): string | undefined {
    this.keys.add(ALL_FILES_KEY);
    return this.files.similar(path);
  }

  /** Digest of a file's text, or of one of its sections, as a sign-off records it. */
  digest(path: string, fragment: string | undefined): string | undefined {
    const text = this.text(path, fragment);
    return text === undefined ? undefined : digestOf(text);
  }

  /** The text that a link stands for: a file's, a section's, some lines'; undefined where it was not read. */
  text(path: string, fragment: string | undefined): string | undefined {
    const read = (name: string): string | undefined => this.read<string>(`text:${name}`)[0]?.data;
    if (fragment === undefined) return read(path);
    const own = read(`${path}#${fragment}`) ?? read(`${path}#${fragment.toLowerCase()}`);
    const lines = own === undefined ? lineRange(fragment) : undefined;
    if (lines === undefined) return own;
    const all = read(path)?.split(/\r\n|\n|\r/);
    return all?.slice(Math.max(0, lines.first - 1), lines.last).join('\n');
  }

  /** The number of lines of a file that was read. */
  lines(path: string): number | undefined {
    return this.read<number>(`lines:${path}`)[0]?.data;
  }

  /** The test result that a file holds; undefined when it holds none or was not read. */
  test(path: string): TestFact | undefined {
    return this.read<TestFact | null>(`test:${path}`)[0]?.data ?? undefined;
  }

  /** When a file was last changed, as the host knows it. */
  changed(path: string): TimeFact | undefined {
    return this.read<TimeFact>(`time:${path}`)[0]?.data;
  }

  /**
   * Who wrote the lines of a file or of one of its sections, as `Name <address>`; undefined where nothing is known of
   * the file or of one of its lines, as of those that are not committed yet.
   */
  committers(path: string, fragment: string | undefined): ReadonlySet<string> | undefined {
    const authors = this.read<AuthorsFact>(`authors:${path}`)[0]?.data;
    if (authors === undefined) return undefined;
    const text = this.text(path, fragment);
    const people = new Set<string>();
    for (const line of text?.split(/[\r\n]+/) ?? []) {
      if (line.trim() === '') continue;
      const own = Object.hasOwn(authors, line.trim()) ? authors[line.trim()] : undefined;
      if (own === undefined) return undefined;
      for (const each of own) people.add(each);
    }
    return people;
  }

  /** The licence that a licence file holds. */
  licenseFile(path: string): Stated<LicenseFact> | undefined {
    return this.read<LicenseFact>(`license-file:${path}`)[0];
  }

  /** Paths of the files in a folder that tell facts, such as `config.json`. */
  repositoryFiles(folder: string): readonly string[] {
    return this.read<string>(`repository-in:${folder}`).map(each => each.data);
  }

  /** What such a file says. */
  repositoryFile(path: string): RepositoryFileFact | undefined {
    return this.read<RepositoryFileFact>(`repository:${path}`)[0]?.data;
  }

  /** The people and teams that a CODEOWNERS file of the workspace lists. */
  get codeOwners(): readonly string[] {
    return [...new Set(this.read<readonly string[]>('codeowners').flatMap(each => each.data))];
  }
}
