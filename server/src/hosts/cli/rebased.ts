import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { CheckReport, ReportedFinding, ReportedPlace } from '../../report/reported.ts';
import { slashed } from './places.ts';

/**
 * A report whose paths are those of the repository around the working folder, as services that show findings beside
 * the code want them; the report as it is where there is no repository or the working folder is its root.
 */
export function inRepository(report: CheckReport, folder: string): CheckReport {
  const root = repositoryAround(folder);
  if (root === undefined || root === folder) return report;
  const moved = (path: string): string => slashed(relative(root, resolve(folder, path)));
  const place = <T extends ReportedPlace>(each: T): T => ({ ...each, path: moved(each.path) });
  const finding = <T extends ReportedFinding>(each: T): T => ({
    ...place(each),
    related: each.related.map(place),
    fixes: each.fixes.map(fix =>
      fix.edits === undefined
        ? fix
        : { ...fix, edits: fix.edits.map(edit => ({ ...edit, path: moved(edit.path) })) },
    ),
  });
  return {
    ...report,
    findings: report.findings.map(finding),
    suppressed: report.suppressed.map(finding),
    paths: report.paths.map(moved),
  };
}

/** The nearest folder up the tree that holds a `.git`. */
function repositoryAround(folder: string): string | undefined {
  for (let each = folder; ; each = dirname(each)) {
    if (existsSync(join(each, '.git'))) return each;
    if (dirname(each) === each) return undefined;
  }
}
