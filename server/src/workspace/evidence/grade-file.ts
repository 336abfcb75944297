import { DIGEST_LENGTH } from '../../text/digest.ts';
import type { EntryFact, EvidenceItem } from '../entry-facts.ts';
import type { TestFact } from '../evidence-facts.ts';
import { lineRange } from '../line-range.ts';
import { targetOf } from '../target.ts';
import { daysBetween } from './dates.ts';
import type { GradeContext, GradedEvidence, Reason } from './graded.ts';
import { type Conflict, conflictOf } from './independence.ts';
import { samePerson } from './people.ts';

type Grade = Pick<GradedEvidence, 'strength' | 'suspect' | 'reason'>;

/** Grades a file or a section of one, from what is there up to a passing test. */
export function gradeFile(
  path: string,
  fragment: string | undefined,
  item: EvidenceItem,
  entry: EntryFact,
  context: GradeContext,
): Grade {
  const there = presence(path, fragment, context);
  if (there !== undefined) return there;
  const test = isTest(item, path) ? context.graph.test(path) : undefined;
  if (test !== undefined) return gradeTest(test, path, item, entry, context);
  return gradeSignOff(path, fragment, item, entry, context);
}

/** Why there is nothing to grade, or undefined when the text is there and says something. */
function presence(path: string, fragment: string | undefined, { graph }: GradeContext): Grade | undefined {
  if (!graph.hasFile(path)) {
    if (fragment === undefined && graph.hasFolder(path))
      return {
        strength: 'documented',
        suspect: false,
        reason: { code: 'folder', text: 'a folder: only its presence is checked' },
      };
    return {
      strength: 'missing',
      suspect: false,
      reason: { code: 'no-file', text: 'the file does not exist' },
    };
  }
  const lines = fragment === undefined ? undefined : lineRange(fragment);
  if (lines !== undefined) {
    const count = graph.lines(path);
    if (count === undefined || lines.last <= count) return undefined;
    return {
      strength: 'missing',
      suspect: false,
      reason: { code: 'no-lines', text: `the file has ${count} lines, not ${lines.last}` },
    };
  }
  const said = fragment === undefined ? graph.substance(path) : graph.section(path, fragment)?.data;
  if (said === undefined) {
    return fragment === undefined
      ? undefined
      : {
          strength: 'missing',
          suspect: false,
          reason: { code: 'no-section', text: `it has no section #${fragment}` },
        };
  }
  if (said.substance === 'empty')
    return { strength: 'asserted', suspect: false, reason: { code: 'empty', text: 'no text stands there' } };
  if (said.substance === 'placeholder' || said.placeholder !== null) {
    return {
      strength: 'asserted',
      suspect: false,
      reason: {
        code: 'placeholder',
        text: `a placeholder stands there${said.placeholder === null ? '' : `: ${said.placeholder}`}`,
      },
    };
  }
  return undefined;
}

/** Results are read as tests when the entry says so, or when the file can be nothing else. */
export function isTest(item: EvidenceItem, path: string): boolean {
  return (
    item.type === 'test' ||
    (item.type === null && (isReport(path) || /\.sarif(?:\.json)?$|(?:^|\/)\.eval_results\//i.test(path)))
  );
}

function isReport(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.xml$/i.test(name) && /junit/i.test(name);
}

function gradeTest(
  test: TestFact,
  path: string,
  item: EvidenceItem,
  entry: EntryFact,
  context: GradeContext,
): Grade {
  const weak = (code: Reason['code'], text: string): Grade => ({
    strength: 'documented',
    suspect: false,
    reason: { code, text },
  });
  if (test.fault !== null) return weak('unreadable-result', `the result cannot be read: ${test.fault}`);
  if (test.failed > 0) return weak('failing', `${test.failed} of ${test.failed + test.passed} checks fail`);
  if (test.passed + test.measured === 0) return weak('no-checks', 'it holds no check that ran');
  const newer = newerThanTest(test, path, item, entry, context);
  if (newer !== undefined)
    return weak('stale', `${newer.path} changed on ${newer.at.slice(0, 10)}, after the test ran`);
  return { strength: 'tested', suspect: false, reason: undefined };
}

/**
 * The first file that the test covers and that has changed since; files are passed over of which no commit is known,
 * since the time of the file alone does not say that its text has changed.
 */
export function newerThanTest(
  test: TestFact,
  path: string,
  item: EvidenceItem,
  entry: EntryFact,
  { graph, path: mapping, root }: GradeContext,
):
  | { readonly path: string; readonly at: string; readonly basis: 'git' | 'edited'; readonly ran: string }
  | undefined {
  const ran = test.when ?? graph.changed(path)?.at;
  if (ran === undefined) return undefined;
  for (const covered of coveredFiles(item, entry, mapping, root, context => graph.matching(context))) {
    const changed = covered === path ? undefined : graph.changed(covered);
    if (changed !== undefined && changed.basis !== 'file' && isLater(changed.at, ran))
      return { path: covered, at: changed.at, basis: changed.basis, ran };
  }
  return undefined;
}

/** A whole day of grace where the test only says its day. */
function isLater(changed: string, ran: string): boolean {
  const days = daysBetween(ran, changed);
  if (days !== 0) return days > 0;
  return ran.length > 10 && Date.parse(changed) > Date.parse(ran);
}

/** What a test covers, as workspace paths: the files it names in `covers`, else the code and data that the same entry points at. */
export function coveredFiles(
  item: EvidenceItem,
  entry: EntryFact,
  mapping: string,
  root: string,
  matching: (glob: string) => readonly string[],
): string[] {
  const named =
    item.covers.length > 0
      ? item.covers
      : entry.evidence.filter(each =>
          /\.(?:py|ipynb|r|jl|java|scala|cpp|c|rs|go|ts|js|csv|parquet|jsonl|ya?ml|toml)(?:#|$)/i.test(each),
        );
  return named.flatMap(each => {
    const target = targetOf(each, mapping, root);
    return target.kind === 'file' ? [target.path] : target.kind === 'glob' ? matching(target.pattern) : [];
  });
}

/** How a reviewer is bound to what was signed, in words. */
const OWN_WORK: Readonly<Record<Conflict, string>> = {
  owner: 'owns the control',
  author: 'wrote the document',
  'only-committer': 'is the only one who has committed this text',
};

function gradeSignOff(
  path: string,
  fragment: string | undefined,
  item: EvidenceItem,
  entry: EntryFact,
  context: GradeContext,
): Grade {
  const documented = (code: Reason['code'], text: string): Grade => ({
    strength: 'documented',
    suspect: code === 'suspect',
    reason: { code, text },
  });
  const { by, on, digest } = item;
  if (by === null && on === null && digest === null) return documented('unsigned', 'nobody has signed it');
  if (by === null || on === null || digest === null)
    return documented('incomplete-sign-off', 'the sign-off lacks a name, a date or a digest');
  const now = context.graph.digest(path, fragment);
  if (now === undefined)
    return documented(
      'unverifiable',
      'its text cannot be read here, so that nothing tells whether it is the one that was signed',
    );
  if (!digest.toLowerCase().startsWith(now.slice(0, DIGEST_LENGTH))) {
    return documented('suspect', `the text has changed since ${by} signed it on ${on}`);
  }
  const conflict = conflictOf({ by, owner: entry.owner, path, fragment }, context.graph);
  if (conflict !== undefined) return documented('self-review', `${by} ${OWN_WORK[conflict]} and signed it`);
  if (context.people.length > 0 && !context.people.some(person => samePerson(person, by)))
    return documented('unlisted', `${by} is not among the people who may sign`);
  const age = daysBetween(on, context.today);
  if (Number.isNaN(age) || age < 0)
    return documented('bad-date', `the sign-off's date ${on} is no day in the past`);
  if (age > context.reviewPeriod)
    return documented('overdue', `the sign-off of ${on} is older than ${context.reviewPeriod} days`);
  return { strength: 'reviewed', suspect: false, reason: undefined };
}
