import { compareFindings, renamedIn } from '../../report/diff/matched.ts';
import type { CheckReport, ReportedFinding } from '../../report/reported.ts';
import { changedLines } from '../../text/changed-lines.ts';
import type { Given, Terminal } from './command.ts';

import { checkPlaces } from './findings.ts';
import type { Opened } from './open.ts';
import { openRevision } from './open-revision.ts';

/**
 * The report narrowed down to what has changed since a revision: findings that were not there, and those on changed
 * lines.
 * @throws UsageError when the revision cannot be read.
 */
export async function sinceRevision(
  report: CheckReport,
  opened: readonly Opened[],
  revision: string,
  { values, flags }: Given,
  terminal: Terminal,
): Promise<CheckReport> {
  const left = new Set(report.findings);
  const kept: ReportedFinding[] = [];
  for (const now of opened) {
    const { opened: then } = await openRevision(
      now.place.root,
      revision,
      { config: values['config'], against: 'work-tree' },
      terminal,
    );
    const before = checkPlaces([then], { inline: !flags.has('no-inline-config'), edits: false });
    const paths = new Map(now.session.paths.map(path => [now.shown(path), path]));
    const own = report.findings.filter(finding => left.has(finding) && paths.has(finding.path));
    for (const finding of own) left.delete(finding);
    const former = renamedIn(then.session, now.session);
    const shown = new Map([...former].map(([to, from]) => [now.shown(to), then.shown(from)]));
    const compared = compareFindings(before.report.findings, own, shown);
    const touched = touchedIn(then, now, former);
    kept.push(
      ...compared.fresh,
      ...compared.kept.filter(finding => touched(paths.get(finding.path) ?? '', finding)),
    );
  }
  const all = new Set(kept);
  const findings = report.findings.filter(finding => all.has(finding));
  return { ...report, findings, since: { revision, others: report.findings.length - findings.length } };
}

/** Tells whether a finding of a document stands on a line that was changed. */
function touchedIn(
  then: Opened,
  now: Opened,
  former: ReadonlyMap<string, string>,
): (path: string, finding: ReportedFinding) => boolean {
  const changed = new Map<string, ReadonlySet<number> | 'all'>();
  const linesOf = (path: string): ReadonlySet<number> | 'all' => {
    const [old, text] = [then.session.source(former.get(path) ?? path)?.text, now.session.source(path)?.text];
    return old === undefined || text === undefined ? 'all' : changedLines(old, text);
  };
  return (path, { range }) => {
    const lines = changed.get(path) ?? linesOf(path);
    changed.set(path, lines);
    if (lines === 'all') return true;
    for (let line = range.start.line; line <= range.end.line; line += 1) if (lines.has(line)) return true;
    return false;
  };
}
