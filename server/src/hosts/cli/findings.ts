import type { DocumentKind } from '../../model/kinds.ts';
import { byPathAndPlace, type CheckReport, type ReportedFinding, reported } from '../../report/reported.ts';
import { RULES } from '../../rules/registry.ts';
import { INTERNAL, runRules } from '../../rules/run.ts';
import { folderOf, foldersUp } from '../../workspace/paths.ts';
import type { Opened } from './open.ts';
import { isGiven } from './places.ts';

/** What checking gave. */
export interface Outcome {
  readonly report: CheckReport;
  /** Errors in configuration files that apply to what was asked for; the rest of the report cannot be relied on. */
  readonly misconfigured: readonly ReportedFinding[];
  /** Whether a rule has failed. */
  readonly internal: boolean;
}

/** Checks everything that was asked for. */
export function checkPlaces(opened: readonly Opened[]): Outcome {
  const findings: ReportedFinding[] = [];
  const misconfigured: ReportedFinding[] = [];
  const documents: Partial<Record<DocumentKind, number>> = {};
  let suppressed = 0;
  for (const { place, session, shown } of opened) {
    const naming = { shown, source: (path: string) => session.source(path) };
    for (const path of session.paths) {
      const given = isGiven(place, path);
      if (!given && !governs(path, place.given)) continue;
      const document = session.document(path);
      if (document === undefined) continue;
      if (given) documents[document.kind] = (documents[document.kind] ?? 0) + 1;
      for (const finding of runRules(document, session, RULES).findings) {
        if (finding.suppressed !== undefined) {
          if (given) suppressed += 1;
          continue;
        }
        const each = reported(finding, document.source, naming);
        if (given) findings.push(each);
        if (document.kind === 'config' && finding.severity === 'error' && finding.rule !== INTERNAL)
          misconfigured.push(each);
      }
    }
  }
  findings.sort(byPathAndPlace);
  return {
    report: { findings, suppressed, documents: ordered(documents) },
    misconfigured,
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
