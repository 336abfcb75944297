import { at } from '../../text/span.ts';
import type { ControlCoverage } from '../../workspace/evidence/control-coverage.ts';
import type { CoveragePart } from '../../workspace/evidence/coverage.ts';
import type { FrameworkCoverage } from '../../workspace/evidence/coverage-totals.ts';
import { listedRows } from '../overview/filter.ts';
import { type Citation, type Cited, cite } from './cite.ts';
import type { Input, Problem } from './input.ts';
import { ROWS } from './tools.ts';

/** What the questions are answered from: a workspace and how its evidence is graded. */
export interface Asked extends Cited {
  readonly parts: readonly CoveragePart[];
}

/** The pieces of the coverage that a question is about, or why there are none. */
export function partsFor(
  { parts, session }: Asked,
  { framework, system }: Input,
): readonly CoveragePart[] | Problem {
  if (parts.length === 0)
    return {
      problem:
        'This workspace has no control mapping, so there is nothing to grade. A mapping is a YAML file such as controls.yaml that names evidence for controls; "clausewright new control-mapping" starts one.',
    };
  const systems = [...new Set(parts.map(each => each.framework.system))];
  if (system !== undefined && system !== '' && !systems.includes(system))
    return {
      problem: `No control mapping here names the system "${system}"; ${known(
        'system',
        systems.flatMap(each => each ?? []),
      )}.`,
    };
  const ids = [...new Set(parts.map(each => each.framework.id))];
  if (framework !== undefined && framework !== '' && !ids.includes(framework)) {
    const exists = session.library.heads.some(head => head.id === framework);
    return {
      problem: exists
        ? `No control mapping here has "${framework}" in scope; ${known('framework', ids)} in scope.`
        : `There is no framework "${framework}"; ${known('framework', ids)} in scope here.`,
    };
  }
  return parts.filter(
    each =>
      (system === undefined || system === '' || each.framework.system === system) &&
      (framework === undefined || framework === '' || each.framework.id === framework),
  );
}

function known(what: string, ids: readonly string[]): string {
  if (ids.length === 0) return `no ${what} is named`;
  return ids.length === 1 ? `${ids[0]} is the only ${what}` : `${ids.join(', ')} are`;
}

/** All controls and answered clauses of some pieces. */
export function rowsOf(parts: readonly CoveragePart[]): readonly ControlCoverage[] {
  return parts.flatMap(listedRows);
}

/** The stretch of a list that is wanted, and where it lies in the whole. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly from: number;
}

/** Cuts the wanted stretch out of a list. */
export function pageOf<T>(all: readonly T[], { from = 0, limit = ROWS.usual }: Input): Page<T> {
  return { rows: all.slice(from, from + limit), total: all.length, from };
}

/** What a list leaves out, in words; empty where it is whole. */
export function restText({ rows, total, from }: Page<unknown>): string {
  const next = from + rows.length;
  if (next >= total) return '';
  return `${total - next} more; ask again with from: ${next}.`;
}

/** Where a control's entry stands; for one without an entry, where its mapping lists controls. */
export function entryPlace(asked: Asked, control: ControlCoverage): Citation | undefined {
  if (control.entry !== undefined) return cite(asked, control.entry.path, control.entry);
  const { session } = asked;
  const own = session.graph(new Set()).mappings.filter(each => each.system === control.system);
  const framework = control.id.slice(0, control.id.indexOf(':'));
  const graph = session.graph(new Set());
  const path = (own.find(each => graph.mapping(each.path)?.data.frameworks.includes(framework)) ?? own[0])
    ?.path;
  if (path === undefined) return undefined;
  const model = session.document(path)?.model;
  const isMapping = model?.kind === 'control-mapping' && model.controls !== undefined;
  const span = isMapping ? at(model.controls.start, model.controls.value.key) : { start: 0, end: 0 };
  return cite(asked, path, span);
}

/** A framework of a system in one line. */
export function frameworkText({ name, id, system, applicable, met, strengths }: FrameworkCoverage): string {
  const counts = Object.entries(strengths)
    .filter(([, count]) => count > 0)
    .map(([strength, count]) => `${count} ${strength}`);
  const whose = system === null ? '' : ` for ${system}`;
  return `${name} (${id})${whose}: ${met} of ${applicable} applicable controls have the evidence they need; ${counts.join(', ')}`;
}

/** Longer texts of the user's are cut in answers. */
const MOST_TEXT = 300;

/** A text of the user's, on one line and not longer than anybody reads. */
export function short(text: string): string {
  const line = text.replace(/[\r\n\t]+/g, ' ').trim();
  return line.length > MOST_TEXT ? `${line.slice(0, MOST_TEXT)}…` : line;
}
