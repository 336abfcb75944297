import type { Catalog } from '../../catalog/catalog.ts';
import { scopeFor } from '../../catalog/scope.ts';
import { compareStrength, type Item, type Strength } from '../../catalog/types.ts';
import type { Stated } from '../facts.ts';
import type { Graph } from '../graph.ts';
import type { Session } from '../session.ts';
import type { EntryFact, MappingFact } from '../summary.ts';
import { gradeEntry } from './grade.ts';
import type { GradedEvidence } from './graded.ts';
import { neededStrength } from './needed.ts';

/** How one control of one system stands. */
export interface ControlCoverage {
  /** Qualified id. */
  readonly id: string;
  readonly title: string;
  /** Id of the AI system; null where the mapping names none. */
  readonly system: string | null;
  /** Whether it counts: it is not excluded, and in scope for the system or answered by an entry all the same. */
  readonly applicable: boolean;
  readonly justification: string | null;
  /** Why the control does not concern the system, as its catalog tells; null for one that does. */
  readonly scopeReason: string | null;
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
  /** The clauses that call for documented information, counted apart; absent where the framework has none. */
  readonly clauses?: ClauseCoverage;
  /** Applicable controls without evidence here that the organisation has to show, not one system's repository. */
  readonly organizational: number;
}

/** How the documented information of a management system stands. */
export interface ClauseCoverage {
  readonly total: number;
  readonly strengths: Readonly<Record<Strength, number>>;
  readonly met: number;
  /** Clauses that have an entry. */
  readonly answered: number;
}

/** What the workspace's evidence covers. */
export interface Coverage {
  readonly controls: readonly ControlCoverage[];
  /** The clauses that call for documented information, in the same form. */
  readonly clauses: readonly ControlCoverage[];
  readonly frameworks: readonly FrameworkCoverage[];
}

/** A system with all its mappings; `system` is null for mappings that name none. */
export interface GovernedSystem {
  readonly system: string | null;
  readonly mappings: readonly Stated<MappingFact>[];
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

function controlCoverage(
  session: Session,
  graph: Graph,
  { system, mappings }: GovernedSystem,
  catalog: Catalog,
  item: Item,
): ControlCoverage {
  const id = catalog.qualified(item);
  const paths = new Set(mappings.map(each => each.path));
  const entries = graph.entries(id).filter(each => paths.has(each.path));
  const ids = [id, ...catalog.partsOf(item).map(part => catalog.qualified(part))];
  const parts = ids.slice(1).flatMap(part => graph.entries(part).filter(each => paths.has(each.path)));
  const served = ids
    .flatMap(each => graph.satisfiedBy(each))
    .flatMap(({ data }) => graph.entries(data).filter(other => paths.has(other.path)));
  const graded = distinct([...entries, ...parts, ...served])
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
  const traits = mappings[0]?.data;
  const answer = traits === undefined ? undefined : scopeFor(catalog, item, traits);
  const outside =
    answer?.inScope === false && entries.length === 0 && parts.length === 0 && served.length === 0;
  return {
    id,
    title: item.title,
    system,
    applicable: !excluded && !outside,
    justification: entry?.data.justification ?? null,
    scopeReason: outside ? (answer?.why ?? null) : null,
    status: entry?.data.status ?? null,
    owner: entry?.data.owner ?? null,
    strength: excluded ? 'missing' : strength,
    needed: neededStrength({ catalog, item }, scope, entry?.data.needed),
    organizational: item.level === 'organization',
    supportedThrough:
      excluded || outside || strength !== 'missing' ? [] : supports(session, graph, ids, paths),
    evidence: [...graded.flatMap(each => each.evidence), ...foreign],
    entry: entry === undefined ? undefined : { path: entry.path, ...entry.span },
  };
}

/** An entry that answers several parts of an item, or serves them, counts once. */
function distinct(entries: readonly Stated<EntryFact>[]): Stated<EntryFact>[] {
  return [...new Map(entries.map(each => [`${each.path} ${each.span.start} ${each.key}`, each])).values()];
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

/**
 * Paired controls of other frameworks that this system has documented or better. A pair of a part, such as a letter
 * of an annex point, counts for the item that holds it, on either side and once.
 */
function supports(
  session: Session,
  graph: Graph,
  ids: readonly string[],
  paths: ReadonlySet<string>,
): string[] {
  const { library } = session;
  const pairs = new Map<string, Set<string>>();
  // An entry's catalog was loaded to read its id: a framework whose catalog was not has no entry, and stays unread.
  const loaded = new Set(library.loaded);
  for (const { id: other } of ids.flatMap(id => library.crosswalks.of(id))) {
    if (!loaded.has(other.slice(0, other.indexOf(':')))) continue;
    const known = library.item(other);
    const counted = known === undefined ? other : known.catalog.qualified(known.catalog.counted(known.item));
    pairs.set(counted, (pairs.get(counted) ?? new Set([counted])).add(other));
  }
  return [...pairs.keys()].filter(counted =>
    [...(pairs.get(counted) ?? [])].some(other =>
      graph
        .entries(other)
        .filter(each => paths.has(each.path) && each.data.applicable)
        .some(
          each =>
            compareStrength(gradeEntry(each.data, contextOf(session, graph, each)).strength, 'documented') >=
            0,
        ),
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
    people: session.scopeOf(path).people,
    path,
    root: session.rootOf(path),
  };
}

function summed(
  catalog: Catalog,
  system: string | null,
  rows: readonly ControlCoverage[],
  records: readonly ControlCoverage[],
): FrameworkCoverage {
  const applicable = rows.filter(row => row.applicable);
  return {
    id: catalog.id,
    name: catalog.data.name,
    system,
    total: rows.length,
    applicable: applicable.length,
    strengths: byStrength(applicable),
    met: metIn(applicable),
    supported: applicable.filter(row => row.supportedThrough.length > 0).length,
    organizational: applicable.filter(row => row.organizational && row.strength === 'missing').length,
    ...(records.length === 0 ? {} : { clauses: clausesOf(records) }),
  };
}

function clausesOf(records: readonly ControlCoverage[]): ClauseCoverage {
  return {
    total: records.length,
    strengths: byStrength(records),
    met: metIn(records),
    answered: records.filter(row => row.entry !== undefined).length,
  };
}

function metIn(rows: readonly ControlCoverage[]): number {
  return rows.filter(row => compareStrength(row.strength, row.needed) >= 0).length;
}

function byStrength(rows: readonly ControlCoverage[]): Readonly<Record<Strength, number>> {
  const count = (strength: Strength): number => rows.filter(row => row.strength === strength).length;
  return {
    missing: count('missing'),
    asserted: count('asserted'),
    documented: count('documented'),
    reviewed: count('reviewed'),
    tested: count('tested'),
  };
}
