import { controlChanges, frameworkChanges } from '../../report/diff/controls.ts';
import type { DiffData, DocumentName } from '../../report/diff/data.ts';
import { coverageOf } from '../../workspace/evidence/coverage.ts';
import { compareFindings, renamedIn } from './compared.ts';
import { checkPlaces } from './findings.ts';
import type { Opened } from './open.ts';

/** One side of a comparison. */
export interface Side {
  readonly opened: Opened;
  /** As the user wrote it; null for the work tree. */
  readonly revision: string | null;
  readonly commit: string | null;
}

const OPTIONS = { inline: true, edits: false };

/** What has changed from one side to the other. */
export function compared(from: Side, to: Side): DiffData {
  const [before, after] = [from.opened, to.opened];
  const former = renamedIn(before, after);
  const reports = {
    before: checkPlaces([before], OPTIONS).report,
    after: checkPlaces([after], OPTIONS).report,
  };
  const paths = new Map(after.session.paths.map(path => [after.shown(path), path]));
  const findings = compareFindings(reports.before.findings, reports.after.findings, shown => {
    const path = former.get(paths.get(shown) ?? '');
    return path === undefined ? shown : before.shown(path);
  });
  const coverage = { before: coverageOf(before.session), after: coverageOf(after.session) };
  const naming = { shown: after.shown, former: (path: string) => former.get(path) ?? path };
  const gone = new Set(former.values());
  return {
    version: 1,
    before: { revision: from.revision, commit: from.commit },
    after: { revision: to.revision, commit: to.commit },
    controls: controlChanges(coverage.before, coverage.after, naming),
    findings: { new: findings.fresh, resolved: findings.resolved, kept: findings.kept.length },
    frameworks: frameworkChanges(coverage.before, coverage.after),
    documents: {
      added: documentsOnlyIn(after, before)
        .filter(({ path }) => !former.has(path))
        .map(shownBy(after)),
      removed: documentsOnlyIn(before, after)
        .filter(({ path }) => !gone.has(path))
        .map(shownBy(before)),
      renamed: [...former].flatMap(([path, old]) => {
        const kind = after.session.kindOf(path);
        if (kind === undefined || kind === 'evidence') return [];
        return [{ from: before.shown(old), to: after.shown(path), kind }];
      }),
    },
  };
}

/** The documents of one state that are none in the other. */
function documentsOnlyIn({ session }: Opened, { session: other }: Opened): DocumentName[] {
  return session.paths.flatMap(path => {
    const kind = session.kindOf(path);
    const there = other.kindOf(path);
    return kind === undefined || (there !== undefined && there !== 'evidence') ? [] : [{ path, kind }];
  });
}

function shownBy({ shown }: Opened): (name: DocumentName) => DocumentName {
  return ({ path, kind }) => ({ path: shown(path), kind });
}
