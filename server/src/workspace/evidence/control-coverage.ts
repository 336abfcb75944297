import type { Catalog } from '../../catalog/catalog.ts';
import { scopeFor } from '../../catalog/scope.ts';
import { compareStrength, type Item, type Strength } from '../../catalog/types.ts';
import type { EntryFact } from '../entry-facts.ts';
import type { Stated } from '../facts.ts';
import type { Graph } from '../graph.ts';
import type { MappingFact } from '../mapping-facts.ts';
import type { Session } from '../session.ts';
import { gradeEntry } from './grade.ts';
import { gradeContextOf } from './grade-context.ts';
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

/** A system with all its mappings; `system` is null for mappings that name none. */
export interface GovernedSystem {
  readonly system: string | null;
  readonly mappings: readonly Stated<MappingFact>[];
}

/** Grades what answers one control in the mappings of a system. */
export function controlCoverage(
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
    .map(each => gradeEntry(each.data, gradeContextOf(session, graph, each.path)));
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
            compareStrength(
              gradeEntry(each.data, gradeContextOf(session, graph, each.path)).strength,
              'documented',
            ) >= 0,
        ),
    ),
  );
}
