import type { BaselineEntry } from './reported.ts';

/** The format of baselines that this version writes and reads. */
export const BASELINE_VERSION = 1;

/** Reads a baseline; a sentence that says what is wrong where it is none that this version can read. */
export function readBaseline(text: string): readonly BaselineEntry[] | string {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'it is no JSON';
  }
  if (!isRecord(data) || typeof data['version'] !== 'number' || !Array.isArray(data['findings']))
    return 'it is no baseline: "version" and "findings" are expected';
  if (data['version'] > BASELINE_VERSION)
    return `it has format version ${data['version']}, and this Clausewright reads up to ${BASELINE_VERSION}; update Clausewright`;
  const entries: BaselineEntry[] = [];
  for (const [index, each] of data['findings'].entries()) {
    const entry = entryOf(each);
    if (entry === undefined) return `its finding ${index + 1} lacks "fingerprint", "rule" or "path"`;
    entries.push(entry);
  }
  return entries;
}

function entryOf(value: unknown): BaselineEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { fingerprint, rule, path, controls } = value;
  if (typeof fingerprint !== 'string' || typeof rule !== 'string' || typeof path !== 'string')
    return undefined;
  const ids = Array.isArray(controls) ? controls.filter(each => typeof each === 'string') : [];
  return { fingerprint, rule, path, controls: ids };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A baseline as text: sorted and without line numbers, so that it changes only when findings do. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const sorted = [...entries].sort(
    (a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.fingerprint, b.fingerprint),
  );
  const rows = sorted.map(
    ({ fingerprint, rule, path, controls }) => `    ${JSON.stringify({ path, rule, controls, fingerprint })}`,
  );
  return `{\n  "version": ${BASELINE_VERSION},\n  "findings": [${rows.length === 0 ? '' : `\n${rows.join(',\n')}\n  `}]\n}\n`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What a finding is known again by. */
export interface Fingerprinted {
  readonly fingerprint: string;
  readonly rule: string;
  readonly controls: readonly string[];
}

/** Entries of documents that are gone, by fingerprint. */
export type GoneEntries = ReadonlyMap<string, readonly BaselineEntry[]>;

/**
 * The entries of a baseline by the document that they may speak of: its own, and those of documents that are gone, as
 * it may be one of these under another name. Each document is thus matched apart from the others, so that an edit of
 * one changes nothing in another.
 */
export class BaselineByDocument {
  private readonly byPath: ReadonlyMap<string, readonly BaselineEntry[]>;

  constructor(entries: readonly BaselineEntry[]) {
    this.byPath = grouped(entries, entry => entry.path);
  }

  /** The entries of documents that are gone; asked about paths as the baseline writes them. */
  gone(isGone: (path: string) => boolean): GoneEntries {
    const paths = [...this.byPath].filter(([path]) => isGone(path));
    return grouped(
      paths.flatMap(([, entries]) => entries),
      entry => entry.fingerprint,
    );
  }

  /** What the findings of a document are matched with. */
  entriesFor(path: string, findings: readonly Fingerprinted[], gone: GoneEntries): readonly BaselineEntry[] {
    const own = this.byPath.get(path) ?? [];
    if (gone.size === 0) return own;
    const marks = new Set(findings.map(each => each.fingerprint));
    return [...new Set([...own, ...[...marks].flatMap(mark => gone.get(mark) ?? [])])];
  }
}

function grouped(
  entries: readonly BaselineEntry[],
  keyOf: (entry: BaselineEntry) => string,
): Map<string, BaselineEntry[]> {
  const groups = new Map<string, BaselineEntry[]>();
  for (const entry of entries) {
    const group = groups.get(keyOf(entry));
    if (group === undefined) groups.set(keyOf(entry), [entry]);
    else group.push(entry);
  }
  return groups;
}

/** What a baseline knows of findings. */
export interface BaselineMatch<T extends Fingerprinted> {
  readonly known: ReadonlySet<T>;
  /** Entries that match no finding. */
  readonly outdated: readonly BaselineEntry[];
}

/**
 * Matches findings and entries, each at most once: first those of the same document, then those whose document was
 * renamed, then gaps that have become smaller, such as a list of controls of which some are answered by now.
 * `pathOf` gives a finding's document as the baseline writes it.
 */
export function matchBaseline<T extends Fingerprinted>(
  findings: readonly T[],
  entries: readonly BaselineEntry[],
  pathOf: (finding: T) => string,
): BaselineMatch<T> {
  const known = new Set<T>();
  const open = new Set(entries);
  const pass = (
    findingKey: (finding: T) => string,
    entryKey: (entry: BaselineEntry) => string,
    fits: (finding: T, entry: BaselineEntry) => boolean = () => true,
  ): void => {
    const waiting = new Map<string, BaselineEntry[]>();
    for (const entry of open) {
      const key = entryKey(entry);
      const group = waiting.get(key);
      if (group === undefined) waiting.set(key, [entry]);
      else group.push(entry);
    }
    for (const finding of findings) {
      if (known.has(finding)) continue;
      const entry = waiting.get(findingKey(finding))?.find(each => open.has(each) && fits(finding, each));
      if (entry === undefined) continue;
      open.delete(entry);
      known.add(finding);
    }
  };
  pass(
    finding => `${finding.fingerprint} ${pathOf(finding)}`,
    entry => `${entry.fingerprint} ${entry.path}`,
  );
  pass(
    finding => finding.fingerprint,
    entry => entry.fingerprint,
  );
  pass(
    finding => `${finding.rule} ${pathOf(finding)}`,
    entry => `${entry.rule} ${entry.path}`,
    isSmaller,
  );
  return { known, outdated: [...open] };
}

/** Whether a finding is what is left of a gap over several controls. */
function isSmaller(finding: Fingerprinted, entry: BaselineEntry): boolean {
  return (
    finding.controls.length > 0 &&
    finding.controls.length < entry.controls.length &&
    finding.controls.every(id => entry.controls.includes(id))
  );
}
