import { folderOf, relativePath } from '../../workspace/paths.ts';
import type { Session } from '../../workspace/session.ts';
import { matchBaseline } from '../baseline.ts';
import type { ReportedFinding } from '../reported.ts';
import { renames, type Written } from './renames.ts';

/** Findings that two states of the documents share, and those that only one of them has. */
export interface ComparedFindings {
  readonly fresh: readonly ReportedFinding[];
  readonly kept: readonly ReportedFinding[];
  readonly resolved: readonly ReportedFinding[];
}

/**
 * Compares findings by their fingerprints, and those that are left by what they say of a file that was renamed, such as
 * evidence. `former` gives the path that each renamed file had before; paths as findings write them.
 */
export function compareFindings(
  before: readonly ReportedFinding[],
  after: readonly ReportedFinding[],
  former: ReadonlyMap<string, string>,
): ComparedFindings {
  const entries = before.map(finding => ({ ...finding }));
  const { known, outdated } = matchBaseline(
    after,
    entries,
    finding => former.get(finding.path) ?? finding.path,
  );
  const open = new Set(outdated);
  const resolved = entries.filter(entry => open.has(entry));
  const fresh = after.filter(finding => !known.has(finding));
  const again = saidAgain(resolved, fresh, former);
  return {
    fresh: fresh.filter(finding => !again.has(finding)),
    kept: after.filter(finding => known.has(finding) || again.has(finding)),
    resolved: resolved.filter(entry => !again.has(entry)),
  };
}

/** Pairs of findings that differ in the names of renamed files alone, each finding in one pair at most. */
function saidAgain(
  before: readonly ReportedFinding[],
  after: readonly ReportedFinding[],
  former: ReadonlyMap<string, string>,
): ReadonlySet<ReportedFinding> {
  const paired = new Set<ReportedFinding>();
  if (former.size === 0 || before.length === 0) return paired;
  const waiting = new Map<string, ReportedFinding[]>();
  for (const finding of before) {
    const said = saying(finding, finding.path, text => text);
    const group = waiting.get(said);
    if (group === undefined) waiting.set(said, [finding]);
    else group.push(finding);
  }
  for (const finding of after) {
    const document = former.get(finding.path) ?? finding.path;
    const renamed = [...former].map(
      ([to, from]) =>
        [relativePath(folderOf(finding.path), to), relativePath(folderOf(document), from)] as const,
    );
    const names = (text: string): string =>
      renamed.reduce((said, [to, from]) => said.replaceAll(to, () => from), text);
    const one = waiting.get(saying(finding, document, names))?.pop();
    if (one !== undefined) paired.add(one).add(finding);
  }
  return paired;
}

/** Everything that a finding says, as one text. */
function saying(finding: ReportedFinding, path: string, names: (text: string) => string): string {
  const { rule, controls, message, line } = finding;
  return JSON.stringify([rule, path, [...controls].sort(), names(message), names(line).trim()]);
}

/** The former workspace path of each file whose text was read and that was renamed, by its path now. */
export function renamedIn(before: Session, after: Session): ReadonlyMap<string, string> {
  return renames(onlyIn(before, after), onlyIn(after, before));
}

/** The files of one state, documents and evidence, that the other does not have under their path. */
function onlyIn(session: Session, other: Session): Written[] {
  return session.files.all.flatMap(path => {
    const source = other.files.has(path) ? undefined : session.source(path);
    return source === undefined ? [] : [{ path, source }];
  });
}
