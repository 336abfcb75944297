import type { CancellationToken } from 'vscode-languageserver';
import type { ControlChange, ControlState, DiffData, FrameworkState } from '../../report/diff/data.ts';
import type { ReportedFinding } from '../../report/reported.ts';
import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { Coverage } from '../../workspace/evidence/coverage.ts';
import { ComparisonFault } from '../comparison.ts';
import type { Context } from '../context.ts';
import { cancelled, refused } from '../errors.ts';
import { controlPlace } from '../overview-data.ts';
import type * as protocol from '../protocol-review.ts';
import { type Realm, sourceAt } from '../realm.ts';

/** More branches, tags and commits of each kind than this are written rather than chosen. */
const MOST_REVISIONS = 200;

const NO_GIT =
  'There is nothing to compare with: Clausewright reads git only where it runs on the machine that holds the repository.';

/** clausewright/revisions: what the workspace can be compared with. */
export async function revisions(context: Context): Promise<protocol.RevisionsResult> {
  const { past } = context.loader().host;
  if (past === undefined) return { revisions: [], unavailable: NO_GIT };
  const found = await past.revisions(MOST_REVISIONS);
  if ('fault' in found) return { revisions: [], unavailable: sentence(found.fault) };
  return { revisions: found };
}

/** clausewright/compare: what the workspace does to the evidence of a revision. */
export async function compare(
  context: Context,
  { revision, workDoneToken: progress }: protocol.CompareParams,
  token: CancellationToken,
): Promise<protocol.CompareResult> {
  const { host, ready } = context.loader();
  await ready;
  if (host.past === undefined) throw refused(NO_GIT);
  if (progress !== undefined)
    context.sendProgress(progress, { kind: 'begin', title: revision, cancellable: true, percentage: 0 });
  try {
    const compared = await context.comparison.compare({
      past: host.past,
      revision,
      cancelled: () => token.isCancellationRequested || context.isEnding(),
      progress: (read, known) => {
        if (progress === undefined) return;
        const percentage = known === 0 ? 0 : Math.min(100, Math.floor((100 * read) / known));
        context.sendProgress(progress, { kind: 'report', message: `${read}/${known}`, percentage });
      },
    });
    if (compared === undefined) throw cancelled();
    return told(context.workspace.main, compared.data, compared.coverage);
  } catch (error) {
    if (error instanceof ComparisonFault)
      throw refused(`It cannot be compared with "${revision}": ${sentence(error.message)}`);
    throw error;
  } finally {
    if (progress !== undefined) context.sendProgress(progress, { kind: 'end' });
  }
}

/** clausewright/endCompare: nobody looks any more. */
export function endCompare(context: Context): void {
  context.comparison.end();
}

function told(realm: Realm, data: DiffData, coverage: Coverage): protocol.CompareResult {
  const rows = new Map([...coverage.controls, ...coverage.clauses].map(row => [keyOf(row), row]));
  const { before, findings, frameworks, documents } = data;
  return {
    revision: before.revision ?? '',
    commit: before.commit ?? '',
    controls: data.controls.map(change => controlOf(realm, change, rows.get(keyOf(change)))),
    findings: {
      new: findings.new.map(each => findingOf(realm, each, each.range)),
      resolved: findings.resolved.map(each => findingOf(realm, each, rangeNow(realm, each))),
      kept: findings.kept,
    },
    frameworks: frameworks.map(({ id, name, system, ...each }) => ({
      id,
      name,
      system,
      before: numbersOf(each.before),
      after: numbersOf(each.after),
    })),
    documents: [
      ...documents.added.map(each => ({ change: 'added' as const, ...each, ...uriOf(realm, each.path) })),
      ...documents.removed.map(each => ({ change: 'removed' as const, ...each })),
      ...documents.renamed.map(({ from, to, kind }) => ({
        change: 'renamed' as const,
        path: to,
        from,
        kind,
        ...uriOf(realm, to),
      })),
    ],
  };
}

function controlOf(
  realm: Realm,
  { id, title, system, direction, before, after, reasons }: ControlChange,
  row: ControlCoverage | undefined,
): protocol.ComparedControl {
  const place = row === undefined ? undefined : controlPlace(realm, row);
  return {
    id,
    shortId: id.slice(id.indexOf(':') + 1),
    title,
    system,
    direction,
    before: strengthOf(before),
    after: strengthOf(after),
    met: after?.met ?? false,
    reasons,
    ...(place === undefined ? {} : { place }),
    hasEntry: row?.entry !== undefined,
  };
}

function strengthOf(state: ControlState | null): protocol.ComparedControl['before'] {
  if (state === null) return null;
  return state.applicable ? state.strength : 'excluded';
}

function findingOf(
  realm: Realm,
  { rule, severity, message, path }: ReportedFinding,
  range: ReportedFinding['range'] | undefined,
): protocol.ComparedFinding {
  const uri = realm.uriOf(path);
  const place = uri === undefined || range === undefined ? undefined : { uri, range };
  return { rule, severity, message, path, ...(place === undefined ? {} : { place }) };
}

/** Where the line of a finding that is gone stands now: the nearest one of the same text, else the same number. */
function rangeNow(
  realm: Realm,
  { path, range, line }: ReportedFinding,
): ReportedFinding['range'] | undefined {
  const source = sourceAt(realm, path);
  if (source === undefined || !realm.session.files.has(path)) return undefined;
  const { lines, text } = source;
  const wanted = Math.min(range.start.line, lines.count - 1);
  const isIt = (number: number): boolean =>
    number >= 0 &&
    number < lines.count &&
    text.slice(lines.start(number), lines.contentEnd(number, text)) === line;
  let found = wanted;
  for (let away = 0; away < lines.count && line.trim() !== ''; away += 1) {
    const near = [wanted - away, wanted + away].find(isIt);
    if (near === undefined) continue;
    found = near;
    break;
  }
  return { start: { line: found, character: 0 }, end: { line: found, character: 0 } };
}

function numbersOf(state: FrameworkState | null): protocol.ComparedNumbers | null {
  return state === null ? null : { applicable: state.applicable, met: state.met };
}

function uriOf(realm: Realm, path: string): { readonly uri?: string } {
  const uri = realm.uriOf(path);
  return uri === undefined ? {} : { uri };
}

function keyOf({ id, system }: { readonly id: string; readonly system: string | null }): string {
  return `${system ?? ''} ${id}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}
