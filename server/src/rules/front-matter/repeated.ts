import type { TextChange } from '../../text/source.ts';
import { editFile } from '../../workspace/change.ts';
import type { Fix, Report } from '../../workspace/finding.ts';

/** More places than this are not listed. */
const MOST_RELATED = 20;

/** The same gap at several places as one report: the first, with the others as related places. */
export function asOne(reports: readonly Report[], path: string, message: string): Report | undefined {
  const [first, ...others] = reports;
  if (first === undefined || others.length === 0) return first;
  return {
    ...first,
    next: `${first.next}; the same is so at ${others.length} more ${others.length === 1 ? 'place' : 'places'}`,
    related: others.slice(0, MOST_RELATED).map(({ at }) => ({ path, span: at, message })),
    fixes: joined(reports, path),
  };
}

/** One fix for all places, where each place has one of the same kind. */
function joined(reports: readonly Report[], path: string): readonly Fix[] {
  const fixes = reports.map(each => each.fixes?.[0]);
  const [first] = fixes;
  if (first === undefined || fixes.some(each => each?.kind !== first.kind)) return [];
  const edits = (): TextChange[] =>
    fixes.flatMap(fix => fix?.change() ?? []).flatMap(each => (each.kind === 'edit' ? each.edits : []));
  return [{ ...first, change: () => [editFile(path, ...edits())] }];
}

/** The reports by what makes them alike, in the order of the first of each. */
export function alike(reports: readonly (readonly [string, Report])[]): readonly (readonly Report[])[] {
  const groups = new Map<string, Report[]>();
  for (const [name, report] of reports) {
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [report]);
    else group.push(report);
  }
  return [...groups.values()];
}
