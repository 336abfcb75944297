import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Library } from '../../server/src/catalog/library.ts';
import { catalogsIn } from '../../server/src/hosts/node/catalogs.ts';
import { Checker } from '../../server/src/rules/checker.ts';
import type { Rule } from '../../server/src/rules/define.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { Source } from '../../server/src/text/source.ts';
import type { Span } from '../../server/src/text/span.ts';
import { Session } from '../../server/src/workspace/session.ts';

/** Repository root. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The day that tests take for today. */
export const TODAY = '2026-11-22';

/** The built catalogs, as the product loads them. */
export const LIBRARY = freshLibrary();

/** The built catalogs with none of them loaded yet. */
export function freshLibrary(): Library {
  return new Library(catalogsIn(join(ROOT, 'dist', 'catalogs')));
}

/** A small workspace written as one text; see {@link parseFixture}. */
export interface Fixture {
  readonly files: ReadonlyMap<string, string>;
  /** Path of the file that holds the cursor, or the first file. */
  readonly path: string;
  /** Offset of `$0` in that file; undefined where there is none. */
  readonly cursor: number | undefined;
  /** When files were last committed, for those that say so. */
  readonly times: ReadonlyMap<string, string>;
  /** The `⟦…⟧` stretches of each file. */
  readonly marks: ReadonlyMap<string, readonly Span[]>;
}

/**
 * Reads a fixture: files begin with `//- path` lines (one file without such a line takes `defaultPath`), `$0` is
 * the cursor, `⟦…⟧` marks stretches. `//- path @2026-10-05T00:00:00Z` says when the file was last committed.
 */
export function parseFixture(text: string, defaultPath: string): Fixture {
  const files = new Map<string, string>();
  const marks = new Map<string, Span[]>();
  const times = new Map<string, string>();
  let cursor: { path: string; offset: number } | undefined;
  const pieces = text.startsWith('//- ') ? text.split(/^\/\/- (.+)\n/m).slice(1) : [defaultPath, text];
  for (let piece = 0; piece < pieces.length; piece += 2) {
    const [path = '', time] = (pieces[piece] ?? '').trim().split(' @');
    if (time !== undefined) times.set(path, time);
    const { plain, spans, at } = unmarked(pieces[piece + 1] ?? '');
    files.set(path, plain);
    marks.set(path, spans);
    if (at !== undefined) cursor = { path, offset: at };
  }
  return {
    files,
    marks,
    times,
    path: cursor?.path ?? [...files.keys()][0] ?? defaultPath,
    cursor: cursor?.offset,
  };
}

function unmarked(text: string): { plain: string; spans: Span[]; at: number | undefined } {
  let plain = '';
  let at: number | undefined;
  const spans: Span[] = [];
  const open: number[] = [];
  for (const part of text.split(/(⟦|⟧|\$0)/)) {
    if (part === '⟦') open.push(plain.length);
    else if (part === '⟧') spans.push({ start: open.pop() ?? plain.length, end: plain.length });
    else if (part === '$0') at = plain.length;
    else plain += part;
  }
  return { plain, spans: spans.sort((a, b) => a.start - b.start), at };
}

/** A session over a fixture's files, indexed as a host does it. */
export function sessionOf(
  files: ReadonlyMap<string, string>,
  library = LIBRARY,
  times: ReadonlyMap<string, string> = new Map(),
): Session {
  const session = new Session({ library, today: TODAY });
  session.told.setTimes(new Map([...times].map(([path, at]) => [path, { at, basis: 'git' as const }])));
  session.setFiles(files.keys());
  const configurations = [...files.keys()].filter(path => /clausewright\.ya?ml$/.test(path));
  for (const path of [...configurations, ...files.keys()])
    session.setText(path, new Source(files.get(path) ?? ''));
  for (const path of session.wanted()) session.setText(path, new Source(files.get(path) ?? ''));
  return session;
}

/** A checker over a fixture's files. */
export function checkerOf(
  files: ReadonlyMap<string, string>,
  rules: readonly Rule[] = RULES,
  times?: ReadonlyMap<string, string>,
): Checker {
  return new Checker(sessionOf(files, LIBRARY, times), rules);
}
