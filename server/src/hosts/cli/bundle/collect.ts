import { readFileSync } from 'node:fs';
import type { EntryFact } from '../../../workspace/entry-facts.ts';
import type { Stated } from '../../../workspace/facts.ts';
import { targetOf } from '../../../workspace/target.ts';
import { Roots } from '../../node/roots.ts';
import { UsageError } from '../command.ts';
import type { Opened } from '../open.ts';
import { isGiven } from '../places.ts';
import type { AbsentEvidence } from './manifest.ts';

/** More than this is no evidence that somebody reads. */
const MOST_FILES = 20_000;
const MOST_BYTES = 1024 * 1024 * 1024;

/** Evidence as it lies on the disk. */
export interface Collected {
  /** Contents by workspace path, with the controls that lean on them. */
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly controls: ReadonlySet<string> }>;
  readonly absent: readonly AbsentEvidence[];
}

/**
 * The mappings that were asked for and every file that their entries point at.
 * @throws UsageError when it is more than a bundle holds.
 */
export function collect({ place, session }: Opened): Collected {
  const roots = new Roots([{ prefix: '', folder: place.root }]);
  const graph = session.graph(new Set());
  const wanted = new Map<string, Set<string>>();
  const absent: AbsentEvidence[] = [];
  const want = (path: string, control?: string): void => {
    const controls = wanted.get(path) ?? new Set();
    if (control !== undefined) controls.add(control);
    wanted.set(path, controls);
  };
  const entry = (mapping: string, { key, data }: Stated<EntryFact>): void => {
    const control = key.slice('entry:'.length);
    for (const { target } of data.items) {
      const found = pathsOf(target, mapping);
      if (typeof found === 'string') absent.push({ target, control, why: found });
      else for (const path of found) want(path, control);
    }
  };
  const pathsOf = (text: string, mapping: string): readonly string[] | string => {
    const target = targetOf(text, mapping, session.rootOf(mapping));
    if (target.kind === 'outside') return 'it leads out of the workspace';
    if (target.kind === 'url' || target.kind === 'ticket')
      return `a ${target.kind === 'url' ? 'link' : 'ticket'}`;
    const found =
      target.kind === 'glob'
        ? graph.matching(target.pattern)
        : session.files.has(target.path)
          ? [target.path]
          : session.files.all.filter(path => path.startsWith(`${target.path}/`));
    const open = found.filter(path => session.document(path)?.kind !== 'catalog');
    if (open.length < found.length) return 'a catalog or overlay, whose text may be licensed';
    return open.length === 0 ? 'no such file' : open;
  };
  for (const { path } of graph.mappings) {
    if (!isGiven(place, path)) continue;
    want(path);
    for (const each of graph.entriesOf(path)) entry(path, each);
  }
  return { files: read(wanted, roots), absent };
}

function read(wanted: ReadonlyMap<string, ReadonlySet<string>>, roots: Roots): Collected['files'] {
  if (wanted.size > MOST_FILES) throw new UsageError(`the evidence has more than ${MOST_FILES} files`);
  let total = 0;
  const files = new Map<string, { bytes: Uint8Array; controls: ReadonlySet<string> }>();
  for (const [path, controls] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = roots.place(path);
    if (found === undefined || !found.stats.isFile()) continue; // gone since it was listed
    total += found.stats.size;
    if (total > MOST_BYTES) throw new UsageError('the evidence has more than a gigabyte');
    files.set(path, { bytes: readFileSync(found.file), controls });
  }
  return files;
}
