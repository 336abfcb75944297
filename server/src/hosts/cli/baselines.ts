import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { BaselineByDocument, baselineText, matchBaseline, readBaseline } from '../../report/baseline.ts';
import {
  type BaselineEntry,
  byPathAndPlace,
  type CheckReport,
  type ReportedFinding,
  type SuppressedFinding,
} from '../../report/reported.ts';
import { INTERNAL } from '../../rules/run.ts';
import { resolvePath } from '../../workspace/paths.ts';
import { type Terminal, UsageError } from './command.ts';
import type { NamedBaseline, Outcome } from './findings.ts';
import type { Opened } from './open.ts';
import { reasonOf, writeWhole } from './output.ts';
import { isGivenFile, slashed } from './places.ts';

/** How a check uses baselines. */
export interface BaselineUse {
  /** The baseline that was named on the command line, which takes the place of all others. */
  readonly file: string | undefined;
  /** Whether baselines are written anew with what is found. */
  readonly update: boolean;
  /** Everything that was read, so that documents which are gone are known. */
  readonly opened: readonly Opened[];
}

/**
 * The report without what its baselines know, which is listed as suppressed. With `update`, the baselines are written
 * with the findings of what was asked for; entries of other documents stay as they are.
 * @throws UsageError when a baseline cannot be read or written, or there is none to update.
 */
export function withBaselines(outcome: Outcome, use: BaselineUse, terminal: Terminal): CheckReport {
  const { report } = outcome;
  const files = filesOf(outcome, use, terminal);
  if (files.size === 0) {
    if (use.update)
      throw new UsageError(
        'there is no baseline to update; name one with --baseline FILE, or with "baseline:" in clausewright.yaml',
      );
    return report;
  }
  const known = new Set<ReportedFinding>();
  const outdated: BaselineEntry[] = [];
  for (const [file, findings] of files) {
    const one = applied(file, findings, use, terminal);
    for (const finding of one.known) known.add(finding);
    outdated.push(...one.outdated);
  }
  const suppressed = [...known].map(
    (finding): SuppressedFinding => ({
      ...finding,
      suppression: { kind: 'baseline', reason: 'known when the baseline was written' },
    }),
  );
  return {
    ...report,
    findings: report.findings.filter(finding => !known.has(finding)),
    suppressed: [...report.suppressed, ...suppressed].sort(byPathAndPlace),
    outdated,
  };
}

/** The baselines in use, as absolute paths, each with the findings it is asked about. */
function filesOf(
  { report, baselines }: Outcome,
  { file }: BaselineUse,
  { folder }: Terminal,
): ReadonlyMap<string, readonly ReportedFinding[]> {
  const findings = report.findings.filter(each => each.rule !== INTERNAL);
  if (file !== undefined) return new Map([[resolve(folder, file), findings]]);
  const fileOf = new Map([...baselines].map(([path, named]) => [path, placeOf(named)]));
  const groups = new Map<string, ReportedFinding[]>([...fileOf.values()].map(each => [each, []]));
  for (const finding of findings) groups.get(fileOf.get(finding.path) ?? '')?.push(finding);
  return groups;
}

/** Where a baseline lies. What a repository names is never outside of it. */
function placeOf({ root, folder, written }: NamedBaseline): string {
  const path = resolvePath(folder, written);
  if (path === undefined)
    throw new UsageError(`the baseline "${written}" in the configuration leads out of the folder ${root}`);
  return resolve(root, path);
}

interface Applied {
  readonly known: ReadonlySet<ReportedFinding>;
  readonly outdated: readonly BaselineEntry[];
}

function applied(
  file: string,
  findings: readonly ReportedFinding[],
  { update, opened }: BaselineUse,
  terminal: Terminal,
): Applied {
  const shown = slashed(relative(terminal.folder, file));
  const folder = dirname(file);
  const pathOf = (finding: ReportedFinding): string =>
    slashed(relative(folder, resolve(terminal.folder, finding.path)));
  const isOurs = (entry: BaselineEntry): boolean =>
    opened.some(({ place }) => isGivenFile(place, resolve(folder, entry.path)));
  const { text, entries: before } = entriesOf(file, shown, update);
  const match = matchedBy(before, findings, pathOf, path => isGone(opened, resolve(folder, path)));
  const outdated = match.outdated.filter(isOurs);
  if (update) {
    const others = before.filter(entry => !isOurs(entry));
    const entries = findings.map(finding => {
      const { fingerprint, rule, controls } = finding;
      return { fingerprint, rule, path: pathOf(finding), controls };
    });
    writeWhole(file, baselineText([...others, ...entries]), shown, () => textOf(file, shown) === text);
    const [fresh, gone] = [findings.length - match.known.size, outdated.length];
    terminal.note(
      `${shown}: ${entries.length} ${entries.length === 1 ? 'finding' : 'findings'} (${fresh} new, ${gone} taken out)`,
    );
    return { known: new Set(findings), outdated: [] };
  }
  const count = outdated.length;
  if (count > 0)
    terminal.note(
      `${shown}: ${count} ${count === 1 ? 'entry matches' : 'entries match'} no finding any more; --update-baseline takes ${count === 1 ? 'it' : 'them'} out`,
    );
  return {
    known: match.known,
    outdated: outdated.map(entry => ({
      ...entry,
      path: slashed(relative(terminal.folder, resolve(folder, entry.path))),
    })),
  };
}

/** Matches each document by itself, as the editor does. */
function matchedBy(
  entries: readonly BaselineEntry[],
  findings: readonly ReportedFinding[],
  pathOf: (finding: ReportedFinding) => string,
  isGoneAt: (path: string) => boolean,
): Applied {
  const byDocument = new BaselineByDocument(entries);
  const gone = byDocument.gone(isGoneAt);
  const known = new Set<ReportedFinding>();
  const open = new Set(entries);
  const groups = new Map<string, ReportedFinding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.path);
    if (group === undefined) groups.set(finding.path, [finding]);
    else group.push(finding);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const own = byDocument.entriesFor(pathOf(first), group, gone);
    const match = matchBaseline(group, own, pathOf);
    for (const finding of match.known) known.add(finding);
    const left = new Set(match.outdated);
    for (const entry of own) if (!left.has(entry)) open.delete(entry);
  }
  return { known, outdated: [...open] };
}

/** Whether an absolute path lies in a folder that was read and is no document there. */
function isGone(opened: readonly Opened[], path: string): boolean {
  const inside = opened.flatMap(({ place, session }) => {
    const below = slashed(relative(place.root, path));
    return below === '..' || below.startsWith('../') || isAbsolute(below) ? [] : [session.kindOf(below)];
  });
  return inside.length > 0 && inside.every(kind => kind === undefined || kind === 'evidence');
}

/** The text of a baseline; undefined where there is none. */
function textOf(file: string, shown: string): string | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`cannot read the baseline ${shown}: ${reasonOf(error)}`);
  }
}

function entriesOf(
  file: string,
  shown: string,
  update: boolean,
): { readonly text: string | undefined; readonly entries: readonly BaselineEntry[] } {
  const text = textOf(file, shown);
  if (text === undefined) {
    if (update) return { text, entries: [] };
    throw new UsageError(`the baseline ${shown} does not exist; --update-baseline writes it`);
  }
  const entries = readBaseline(text);
  if (typeof entries === 'string')
    throw new UsageError(
      `cannot use the baseline ${shown}: ${entries}. Mend it, or remove it and write it again with --update-baseline`,
    );
  return { text, entries };
}
