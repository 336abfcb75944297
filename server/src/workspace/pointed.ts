import type { FileSet } from './files.ts';
import type { Graph } from './graph.ts';
import { targetOf } from './target.ts';

/** So many files behind the globs of one mapping are read; more are a folder that nobody meant to read. */
const MOST_MATCHED = 300;

interface Pointing {
  readonly written: readonly string[];
  readonly files: readonly string[];
  readonly globs: readonly string[];
}

/** The files that the evidence of mappings points at, and those of them that turned out to hold no text. */
export class PointedFiles {
  private readonly byMapping = new Map<string, Pointing>();
  private readonly unreadable = new Set<string>();
  private targets: ReadonlySet<string> = new Set();

  /**
   * Looks anew at what the mappings point at. `rootOf` gives the workspace folder of a mapping. Returns the files that
   * are pointed at no longer.
   */
  renew(graph: Graph, all: FileSet, rootOf: (path: string) => string): string[] {
    const before = this.targets;
    const now = new Set<string>();
    for (const { path } of graph.mappings)
      for (const target of this.of(path, graph.targets(path), rootOf(path), all)) now.add(target);
    this.targets = now;
    return [...before].filter(path => !now.has(path));
  }

  /** Whether a mapping pointed at a file when they were last looked at. */
  has(path: string): boolean {
    return this.targets.has(path);
  }

  /** The files that are pointed at and worth reading; one that was tried in vain is not. */
  get readable(): string[] {
    return [...this.targets].filter(path => !this.unreadable.has(path));
  }

  /**
   * The readable files that a mapping names, by path or by glob, and that are there. `written` is its evidence; it is
   * read again only when it is another list.
   */
  private of(mapping: string, written: readonly string[], root: string, all: FileSet): string[] {
    let known = this.byMapping.get(mapping);
    if (known?.written !== written) {
      known = { written, ...named(written, mapping, root) };
      this.byMapping.set(mapping, known);
    }
    const matched = new Set(known.globs.flatMap(glob => all.matching(glob).filter(isReadable)));
    return [...known.files.filter(path => all.has(path)), ...[...matched].slice(0, MOST_MATCHED)];
  }

  /** Forgets a mapping that is gone. */
  forget(mapping: string): void {
    this.byMapping.delete(mapping);
  }

  /** Remembers whether a file could be read, until it is said to have changed. */
  note(path: string, wasRead: boolean): void {
    if (wasRead) this.unreadable.delete(path);
    else this.unreadable.add(path);
  }
}

function named(written: readonly string[], mapping: string, root: string): Omit<Pointing, 'written'> {
  const files = new Set<string>();
  const globs = new Set<string>();
  for (const each of written) {
    const target = targetOf(each, mapping, root);
    if (target.kind === 'file' && isReadable(target.path)) files.add(target.path);
    if (target.kind === 'glob') globs.add(target.pattern);
  }
  return { files: [...files], globs: [...globs] };
}

/** Evidence files whose text says something to us: prose, data, results and code, but no pictures or archives. */
function isReadable(path: string): boolean {
  return !/\.(?:png|jpe?g|gif|webp|svg|ico|pdf|docx?|xlsx?|pptx?|odt|ods|zip|gz|tgz|tar|7z|bin|pt|pth|onnx|safetensors|pkl|joblib|npy|npz|parquet|feather|h5|mp[34]|wav|woff2?|ttf|exe|so|dll|dylib|class|jar|wasm)$/i.test(
    path,
  );
}
