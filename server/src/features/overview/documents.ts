import { daysBetween, isDate } from '../../workspace/evidence/dates.ts';
import type { Graph } from '../../workspace/graph.ts';
import type { Session } from '../../workspace/session.ts';
import { targetOf } from '../../workspace/target.ts';

/** Something about a document that is due on a day. */
export interface Due {
  /** YYYY-MM-DD. */
  readonly on: string;
  /** Days from today; negative for what is overdue. */
  readonly days: number;
  readonly what: 'review' | 'sign-off' | 'evidence';
}

/** A document with what a list shows of it. */
export interface DocumentRow {
  readonly path: string;
  readonly kind: string;
  readonly system: string | undefined;
  readonly owner: string | undefined;
  readonly status: string | undefined;
  /** What is due first. */
  readonly due: Due | undefined;
}

/** Kinds in the order in which people start them. */
const KINDS = [
  'control-mapping',
  'model-card',
  'dataset-card',
  'impact-assessment',
  'foreign-mapping',
  'catalog',
  'config',
];

/** Every document of the workspace, by kind and path. Reads facts alone: no document is parsed for it. */
export function documentRows(session: Session): DocumentRow[] {
  const graph = session.graph(new Set());
  const dues = duesOfEvidence(session, graph);
  const rank = (kind: string): number => (KINDS.indexOf(kind) + KINDS.length + 1) % (KINDS.length + 1);
  return session.paths
    .map((path): DocumentRow => {
      const kind = session.kindOf(path) ?? 'evidence';
      const mapping = kind === 'control-mapping' ? graph.mapping(path)?.data : undefined;
      const stated = (what: 'owner' | 'status' | 'review_by'): string | undefined =>
        graph.stated(what, path)?.data;
      const named = mapping?.system ?? graph.card(path)?.system ?? undefined;
      const system = named ?? (kind === 'config' ? undefined : graph.mappingOf(path, undefined)?.data.system);
      return {
        path,
        kind,
        system: system ?? undefined,
        owner: mapping?.owner ?? stated('owner') ?? graph.author(path),
        status: stated('status'),
        due: firstDue([dueOn(stated('review_by'), 'review', session.today), dues.get(path)]),
      };
    })
    .sort((a, b) => rank(a.kind) - rank(b.kind) || (a.path < b.path ? -1 : 1));
}

/** What entries say of the files they name: when a sign-off has to be renewed, and when evidence runs out. */
function duesOfEvidence(session: Session, graph: Graph): Map<string, Due> {
  const dues = new Map<string, Due>();
  for (const { path: mapping } of graph.mappings) {
    const root = session.rootOf(mapping);
    const { reviewPeriod } = session.scopeOf(mapping);
    for (const { data } of graph.entriesOf(mapping)) {
      if (!data.applicable) continue;
      for (const { target: written, on, expires } of data.items) {
        if (on === null && expires === null) continue;
        const target = targetOf(written, mapping, root);
        if (target.kind !== 'file') continue;
        const renewed = on === null || !isDate(on) ? undefined : dayAfter(on, reviewPeriod);
        const first = firstDue([
          dues.get(target.path),
          dueOn(renewed, 'sign-off', session.today),
          dueOn(expires ?? undefined, 'evidence', session.today),
        ]);
        if (first !== undefined) dues.set(target.path, first);
      }
    }
  }
  return dues;
}

function dueOn(on: string | undefined, what: Due['what'], today: string): Due | undefined {
  return on === undefined || !isDate(on) ? undefined : { on, days: daysBetween(today, on), what };
}

function firstDue(dues: readonly (Due | undefined)[]): Due | undefined {
  return dues.reduce((first, each) =>
    first === undefined || (each !== undefined && each.days < first.days) ? each : first,
  );
}

/** The day so many days after a date. */
function dayAfter(date: string, days: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
