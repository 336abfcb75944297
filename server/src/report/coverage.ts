import type { Catalog } from '../catalog/catalog.ts';
import { compareStrength, type Item, STRENGTHS, type Strength } from '../catalog/types.ts';
import { gradeEntry } from '../workspace/evidence/grade.ts';
import type { GradedEvidence } from '../workspace/evidence/graded.ts';
import { neededStrength } from '../workspace/evidence/needed.ts';
import type { Stated } from '../workspace/facts.ts';
import type { Graph } from '../workspace/graph.ts';
import type { Session } from '../workspace/session.ts';
import type { EntryFact, MappingFact } from '../workspace/summary.ts';

/** How one control of one system stands. */
export interface ControlCoverage {
  /** Qualified id. */
  readonly id: string;
  readonly title: string;
  /** Id of the AI system; null where the mapping names none. */
  readonly system: string | null;
  readonly applicable: boolean;
  readonly justification: string | null;
  readonly status: string | null;
  readonly owner: string | null;
  readonly strength: Strength;
  readonly needed: Strength;
  /** Whether only the organisation, not one system's repository, can show it. */
  readonly organizational: boolean;
  /** Qualified ids of other frameworks' controls whose evidence is useful here; this is never evidence itself. */
  readonly supportedThrough: readonly string[];
  readonly evidence: readonly GradedEvidence[];
  /** Where the entry stands; undefined for a control without one. */
  readonly entry: { readonly path: string; readonly start: number; readonly end: number } | undefined;
}

/** How a framework stands for one system. */
export interface FrameworkCoverage {
  readonly id: string;
  readonly name: string;
  readonly system: string | null;
  readonly total: number;
  readonly applicable: number;
  /** Applicable controls by strength. */
  readonly strengths: Readonly<Record<Strength, number>>;
  /** Applicable controls that are as strong as they need to be. */
  readonly met: number;
  /** Applicable controls without evidence of their own that a pair of another framework supports. */
  readonly supported: number;
}

/** What the workspace's evidence covers. */
export interface Coverage {
  readonly controls: readonly ControlCoverage[];
  readonly frameworks: readonly FrameworkCoverage[];
}

/** Grades every control in scope of every mapping; `only` restricts to one framework. */
export function coverageOf(session: Session, only?: string): Coverage {
  const graph = session.graph(new Set());
  const controls: ControlCoverage[] = [];
  const frameworks: FrameworkCoverage[] = [];
  for (const [system, mappings] of systemsOf(graph)) {
    const own = frameworksOf(session, graph, mappings).filter(
      framework => only === undefined || framework === only,
    );
    for (const framework of own) {
      const catalog = session.library.catalog(framework);
      if (catalog === undefined) continue;
      const rows = catalog.controls.map(item =>
        controlCoverage(session, graph, system, mappings, catalog, item),
      );
      controls.push(...rows);
      frameworks.push(summed(catalog, system, rows));
    }
  }
  return { controls, frameworks };
}

/** Mappings by the system they govern; mappings without a system stand alone. */
function systemsOf(graph: Graph): Map<string | null, Stated<MappingFact>[]> {
  const systems = new Map<string | null, Stated<MappingFact>[]>();
  for (const { path, system } of graph.mappings) {
    const mapping = graph.mapping(path);
    if (mapping !== undefined) systems.set(system, [...(systems.get(system) ?? []), mapping]);
  }
  return systems;
}

function frameworksOf(session: Session, graph: Graph, mappings: readonly Stated<MappingFact>[]): string[] {
  const named = mappings.flatMap(({ path, data }) => [
    ...data.frameworks,
    ...session.scopeOf(path).frameworks,
  ]);
  const served = session.library.heads
    .map(head => head.id)
    .filter(id => mappings.some(({ path }) => graph.serves(path, id)));
  return [...new Set([...named, ...served])];
}

function controlCoverage(
  session: Session,
  graph: Graph,
  system: string | null,
  mappings: readonly Stated<MappingFact>[],
  catalog: Catalog,
  item: Item,
): ControlCoverage {
  const id = catalog.qualified(item);
  const paths = new Set(mappings.map(each => each.path));
  const entries = graph.entries(id).filter(each => paths.has(each.path));
  const served = graph
    .satisfiedBy(id)
    .flatMap(({ data }) => graph.entries(data).filter(each => paths.has(each.path)));
  const graded = [...entries, ...served]
    .filter(each => each.data.applicable)
    .map(each => gradeEntry(each.data, contextOf(session, graph, each)));
  const foreign = foreignEvidence(graph, id, paths);
  const strength = [...graded, ...foreign].reduce<Strength>(
    (best, each) => (compareStrength(each.strength, best) > 0 ? each.strength : best),
    'missing',
  );
  const entry = entries[0];
  const scope = session.scopeOf(entry?.path ?? mappings[0]?.path ?? '');
  const excluded =
    entries.length > 0 && entries.every(each => !each.data.applicable) && catalog.data.exclusions !== false;
  return {
    id,
    title: item.title,
    system,
    applicable: !excluded,
    justification: entry?.data.justification ?? null,
    status: entry?.data.status ?? null,
    owner: entry?.data.owner ?? null,
    strength: excluded ? 'missing' : strength,
    needed: neededStrength({ catalog, item }, scope, entry?.data.needed),
    organizational: item.level === 'organization',
    supportedThrough: excluded || strength !== 'missing' ? [] : supports(session, graph, id, paths),
    evidence: [...graded.flatMap(each => each.evidence), ...foreign],
    entry: entry === undefined ? undefined : { path: entry.path, ...entry.span },
  };
}

/** What mappings of other tools beside this system's say is in place; nothing here checks it. */
function foreignEvidence(graph: Graph, id: string, paths: ReadonlySet<string>): GradedEvidence[] {
  return graph.support(id).flatMap(({ path, data }): GradedEvidence[] => {
    const claims = data.status === 'implemented' || data.status === 'partial';
    if (!claims && !(data.status === null && data.narrated)) return [];
    const mapping = graph.mappingOf(path, undefined)?.path;
    if (mapping === undefined || !paths.has(mapping)) return [];
    const said = data.said === null ? 'describes it' : `says "${data.said}"`;
    const text = `the file of another tool ${said}: nothing here can check that`;
    return [
      {
        target: path,
        path,
        fragment: undefined,
        strength: 'asserted',
        suspect: false,
        reason: { code: 'foreign', text },
      },
    ];
  });
}

/** Paired controls of other frameworks that this system has documented or better. */
function supports(session: Session, graph: Graph, id: string, paths: ReadonlySet<string>): string[] {
  return session.library.crosswalks
    .of(id)
    .map(crossing => crossing.id)
    .filter((other, index, all) => all.indexOf(other) === index)
    .filter(other =>
      graph
        .entries(other)
        .filter(each => paths.has(each.path) && each.data.applicable)
        .some(
          each =>
            compareStrength(gradeEntry(each.data, contextOf(session, graph, each)).strength, 'documented') >=
            0,
        ),
    );
}

function contextOf(
  session: Session,
  graph: Graph,
  entry: Stated<EntryFact>,
): Parameters<typeof gradeEntry>[1] {
  const { path } = entry;
  return {
    graph,
    today: session.today,
    reviewPeriod: session.scopeOf(path).reviewPeriod,
    path,
    root: session.rootOf(path),
  };
}

function summed(
  catalog: Catalog,
  system: string | null,
  rows: readonly ControlCoverage[],
): FrameworkCoverage {
  const applicable = rows.filter(row => row.applicable);
  const strengths = Object.fromEntries(
    STRENGTHS.map(each => [each, applicable.filter(row => row.strength === each).length]),
  );
  return {
    id: catalog.id,
    name: catalog.data.name,
    system,
    total: rows.length,
    applicable: applicable.length,
    strengths: strengths as Record<Strength, number>,
    met: applicable.filter(row => compareStrength(row.strength, row.needed) >= 0).length,
    supported: applicable.filter(row => row.supportedThrough.length > 0).length,
  };
}
