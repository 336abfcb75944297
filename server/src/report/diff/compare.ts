import type { Coverage } from '../../workspace/evidence/coverage.ts';
import type { Session } from '../../workspace/session.ts';
import type { ReportedFinding } from '../reported.ts';
import { controlChanges, frameworkChanges } from './controls.ts';
import type { DiffData, DocumentName, RevisionData } from './data.ts';
import { compareFindings, renamedIn } from './matched.ts';

/** One state of the documents, checked and graded. */
export interface State extends RevisionData {
  readonly session: Session;
  /** A workspace path as readers know it. */
  readonly shown: (path: string) => string;
  /** Findings that count, by the shown path. */
  readonly findings: readonly ReportedFinding[];
  readonly coverage: Coverage;
}

/** What has changed from one state to another. */
export function compareStates(before: State, after: State): DiffData {
  const former = renamedIn(before.session, after.session);
  const shown = new Map([...former].map(([to, from]) => [after.shown(to), before.shown(from)]));
  const findings = compareFindings(before.findings, after.findings, shown);
  const naming = { shown: after.shown, former: (path: string) => former.get(path) ?? path };
  const gone = new Set(former.values());
  return {
    version: 1,
    before: { revision: before.revision, commit: before.commit },
    after: { revision: after.revision, commit: after.commit },
    controls: controlChanges(before.coverage, after.coverage, naming),
    findings: { new: findings.fresh, resolved: findings.resolved, kept: findings.kept.length },
    frameworks: frameworkChanges(before.coverage, after.coverage),
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
function documentsOnlyIn({ session }: State, { session: other }: State): DocumentName[] {
  return session.paths.flatMap(path => {
    const kind = session.kindOf(path);
    const there = other.kindOf(path);
    return kind === undefined || (there !== undefined && there !== 'evidence') ? [] : [{ path, kind }];
  });
}

function shownBy({ shown }: State): (name: DocumentName) => DocumentName {
  return ({ path, kind }) => ({ path: shown(path), kind });
}
