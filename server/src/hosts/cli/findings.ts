import type { DocumentKind } from '../../model/kinds.ts';
import { fingerprintsOf } from '../../report/fingerprint.ts';
import {
  byPathAndPlace,
  type CheckReport,
  type ReportedFinding,
  reported,
  type SuppressedFinding,
} from '../../report/reported.ts';
import { RULES } from '../../rules/registry.ts';
import { INTERNAL, runRules } from '../../rules/run.ts';
import { folderOf, foldersUp } from '../../workspace/paths.ts';
import type { Opened } from './open.ts';
import { isGiven } from './places.ts';

/** A baseline as a configuration names it. */
export interface NamedBaseline {
  /** Absolute path of the workspace. */
  readonly root: string;
  /** Folder of the configuration, as workspace path. */
  readonly folder: string;
  readonly written: string;
}

/** What checking gave. */
export interface Outcome {
  readonly report: CheckReport;
  /** Errors in configuration files that apply to what was asked for; the rest of the report cannot be relied on. */
  readonly misconfigured: readonly ReportedFinding[];
  /** The baselines that configuration names, by the shown path of the documents that they are for. */
  readonly baselines: ReadonlyMap<string, NamedBaseline>;
  /** Whether a rule has failed. */
  readonly internal: boolean;
}

/** How documents are checked. */
export interface CheckOptions {
  /** Whether comments in documents may silence findings. */
  readonly inline: boolean;
  /** Whether the changes of fixes are worked out. */
  readonly edits: boolean;
}

/** Checks everything that was asked for. */
export function checkPlaces(opened: readonly Opened[], options: CheckOptions): Outcome {
  const findings: ReportedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  const misconfigured: ReportedFinding[] = [];
  const paths: string[] = [];
  const baselines = new Map<string, NamedBaseline>();
  const documents: Partial<Record<DocumentKind, number>> = {};
  const texts = new Map<string, string>();
  const known = (text: string): string => {
    const same = texts.get(text);
    if (same === undefined) texts.set(text, text);
    return same ?? text;
  };
  for (const { place, session, shown } of opened) {
    const naming = { shown, source: (path: string) => session.source(path) };
    for (const path of session.paths) {
      const given = isGiven(place, path);
      if (!given && !governs(path, place.given)) continue;
      const document = session.document(path);
      if (document === undefined) continue;
      if (given) {
        documents[document.kind] = (documents[document.kind] ?? 0) + 1;
        paths.push(shown(path));
        const { baseline } = session.scopeOf(path);
        if (baseline !== undefined) baselines.set(shown(path), { root: place.root, ...baseline });
      }
      const found = runRules(document, session, RULES).findings;
      const fingerprints = fingerprintsOf(found, document.source);
      for (const [index, finding] of found.entries()) {
        const silenced = options.inline ? finding.suppressed : undefined;
        if (!given && (silenced !== undefined || document.kind !== 'config')) continue;
        const edits = options.edits && silenced === undefined;
        const all = reported(finding, document.source, naming, fingerprints[index] ?? '', edits);
        // Thousands of documents lack the same things: what is said of them is kept once.
        const each = {
          ...all,
          message: known(all.message),
          fixes: all.fixes.map(fix => ({ ...fix, title: known(fix.title) })),
        };
        if (silenced !== undefined) {
          suppressed.push({ ...each, suppression: { kind: 'comment', reason: silenced } });
          continue;
        }
        if (given) findings.push(each);
        if (document.kind === 'config' && finding.severity === 'error' && finding.rule !== INTERNAL)
          misconfigured.push(each);
      }
    }
  }
  findings.sort(byPathAndPlace);
  suppressed.sort(byPathAndPlace);
  return {
    report: { findings, suppressed, paths: paths.sort(), documents: ordered(documents) },
    misconfigured,
    baselines,
    internal: findings.some(each => each.rule === INTERNAL),
  };
}

/** Whether a file is a configuration above something that was asked for. */
function governs(path: string, given: Opened['place']['given']): boolean {
  if (!/(?:^|\/)clausewright\.ya?ml$/i.test(path)) return false;
  return given.some(each =>
    foldersUp(each.folder ? each.path : folderOf(each.path)).includes(folderOf(path)),
  );
}

function ordered(counts: Partial<Record<DocumentKind, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
