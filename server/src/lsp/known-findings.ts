import { BaselineByDocument, type Fingerprinted, matchBaseline, readBaseline } from '../report/baseline.ts';
import { fingerprintsOf } from '../report/fingerprint.ts';
import { INTERNAL } from '../rules/run.ts';
import type { Finding } from '../workspace/finding.ts';
import type { Host } from '../workspace/host.ts';
import { folderOf, relativePath, resolvePath } from '../workspace/paths.ts';
import type { Session } from '../workspace/session.ts';

/** A baseline that was read. */
interface Read {
  readonly text: string | undefined;
  /** Undefined where it cannot be used. */
  readonly entries: BaselineByDocument | undefined;
}

/** A finding with what a baseline knows it by. */
interface Marked extends Fingerprinted {
  readonly finding: Finding;
}

/** Why findings that a baseline knows are not shown; what marks them. */
export const KNOWN = 'known when the baseline was written';

/**
 * The baselines that configurations name, so that an editor shows what the command line reports. Findings that one
 * knows are marked as suppressed.
 */
export class KnownFindings {
  private readonly session: Session;
  private readonly read = new Map<string, Read>();
  private marked = new WeakMap<readonly Finding[], { of: string; findings: readonly Finding[] }>();

  constructor(session: Session) {
    this.session = session;
  }

  /**
   * Reads the baselines that were not read yet, and those that `touched` has. Gives whether one of them says something
   * else now, and what is wrong with those that cannot be used.
   */
  async renew(
    host: Host,
    touched: ReadonlySet<string>,
  ): Promise<{ readonly changed: boolean; readonly faults: readonly string[] }> {
    const paths = new Set(this.session.configurations.baselines.flatMap(each => placeOf(each) ?? []));
    let changed = false;
    const faults: string[] = [];
    for (const path of this.read.keys()) if (!paths.has(path)) changed = this.read.delete(path) || changed;
    const wanted = [...paths].filter(path => !this.read.has(path) || touched.has(path));
    const results = wanted.length === 0 ? [] : await host.read(wanted);
    for (const [index, path] of wanted.entries()) {
      const result = results[index];
      const text = result?.kind === 'text' ? result.source.text : undefined;
      const known = this.read.get(path);
      if (known !== undefined && known.text === text) continue;
      const entries = text === undefined ? 'it does not exist, or is no text' : readBaseline(text);
      const usable = typeof entries === 'string' ? undefined : new BaselineByDocument(entries);
      this.read.set(path, { text, entries: usable });
      changed = true;
      if (typeof entries === 'string') faults.push(`The baseline ${path} is not used: ${entries}.`);
    }
    if (changed) this.marked = new WeakMap();
    return { changed, faults };
  }

  /** The findings of a document; those that its baseline knows are marked. Equal arrays give the same one. */
  mark(path: string, findings: readonly Finding[]): readonly Finding[] {
    const named = this.session.scopeOf(path).baseline;
    const file = named === undefined ? undefined : placeOf(named);
    const baseline = file === undefined ? undefined : this.read.get(file)?.entries;
    const source = this.session.source(path);
    if (file === undefined || baseline === undefined || source === undefined || findings.length === 0)
      return findings;
    const folder = folderOf(file);
    const gone = baseline.gone(each => this.isGone(resolvePath(folder, each)));
    const of = [...gone.keys()].join(' ');
    const before = this.marked.get(findings);
    if (before?.of === of) return before.findings;
    const fingerprints = fingerprintsOf(findings, source);
    const open = findings.flatMap((finding, index): Marked[] => {
      const { rule, controls, suppressed } = finding;
      if (suppressed !== undefined || rule === INTERNAL) return [];
      return [{ finding, rule, controls, fingerprint: fingerprints[index] ?? '' }];
    });
    const own = relativePath(folder, path);
    const { known } = matchBaseline(open, baseline.entriesFor(own, open, gone), () => own);
    const silenced = new Set([...known].map(each => each.finding));
    const made =
      silenced.size === 0
        ? findings
        : findings.map(each => (silenced.has(each) ? { ...each, suppressed: KNOWN } : each));
    this.marked.set(findings, { of, findings: made });
    return made;
  }

  private isGone(path: string | undefined): boolean {
    if (path === undefined) return false;
    const kind = this.session.kindOf(path);
    return kind === undefined || kind === 'evidence';
  }
}

function placeOf({
  folder,
  written,
}: {
  readonly folder: string;
  readonly written: string;
}): string | undefined {
  return resolvePath(folder, written);
}
