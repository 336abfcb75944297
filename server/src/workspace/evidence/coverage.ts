import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';
import type { Stated } from '../facts.ts';
import type { Graph } from '../graph.ts';
import type { MappingFact } from '../mapping-facts.ts';
import type { Session } from '../session.ts';
import { type ControlCoverage, controlCoverage, type GovernedSystem } from './control-coverage.ts';
import { type FrameworkCoverage, summed } from './coverage-totals.ts';

/** What the workspace's evidence covers. */
export interface Coverage {
  readonly controls: readonly ControlCoverage[];
  /** The clauses that call for documented information, in the same form. */
  readonly clauses: readonly ControlCoverage[];
  readonly frameworks: readonly FrameworkCoverage[];
}

/** One framework for one system, with its rows. */
export interface CoveragePart {
  readonly framework: FrameworkCoverage;
  readonly controls: readonly ControlCoverage[];
  readonly clauses: readonly ControlCoverage[];
}

/** Grades every control in scope of every mapping; `only` restricts to one framework. */
export function coverageOf(session: Session, only?: string): Coverage {
  return joinedCoverage([...coverageParts(session, only)]);
}

/** The same piece by piece, for hosts that have other things to do between two systems. */
export function* coverageParts(session: Session, only?: string): Iterable<CoveragePart> {
  const graph = session.graph(new Set());
  for (const governed of systemsOf(graph)) {
    const own = frameworksOf(session, graph, governed.mappings).filter(
      framework => only === undefined || framework === only,
    );
    for (const id of own) {
      const catalog = session.library.catalog(id);
      if (catalog === undefined) continue;
      const controls = rowsOf(session, graph, governed, catalog, catalog.controls);
      const clauses = rowsOf(session, graph, governed, catalog, catalog.records);
      yield { framework: summed(catalog, governed.system, controls, clauses), controls, clauses };
    }
  }
}

/** Pieces of a coverage as one. */
export function joinedCoverage(parts: readonly CoveragePart[]): Coverage {
  return {
    controls: parts.flatMap(each => each.controls),
    clauses: parts.flatMap(each => each.clauses),
    frameworks: parts.map(each => each.framework),
  };
}

/** How a framework stands for the system that a mapping governs. */
export function frameworkCoverage(session: Session, mapping: string, catalog: Catalog): FrameworkCoverage {
  const graph = session.graph(new Set());
  const own = graph.mapping(mapping);
  const system = own?.data.system ?? null;
  const governed = (system === null ? undefined : systemsOf(graph).find(each => each.system === system)) ?? {
    system,
    mappings: own === undefined ? [] : [own],
  };
  return summed(catalog, governed.system, rowsOf(session, graph, governed, catalog, catalog.controls), []);
}

function rowsOf(
  session: Session,
  graph: Graph,
  governed: GovernedSystem,
  catalog: Catalog,
  items: readonly Item[],
): ControlCoverage[] {
  return items.map(item => controlCoverage(session, graph, governed, catalog, item));
}

/** Mappings by the system they govern, those that name none together. */
function systemsOf(graph: Graph): GovernedSystem[] {
  const systems = new Map<string | null, Stated<MappingFact>[]>();
  for (const { path, system } of graph.mappings) {
    const mapping = graph.mapping(path);
    if (mapping !== undefined) systems.set(system, [...(systems.get(system) ?? []), mapping]);
  }
  return [...systems].map(([system, mappings]) => ({ system, mappings }));
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
