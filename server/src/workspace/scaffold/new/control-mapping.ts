import type { Catalog } from '../../../catalog/catalog.ts';
import { scopeFor } from '../../../catalog/scope.ts';
import type { Item } from '../../../catalog/types.ts';
import { type Candidate, candidatesWhere } from '../../candidates.ts';
import { folderOf, inFolder } from '../../paths.ts';
import { evidenceFileName } from '../evidence-document.ts';
import { evidenceLink } from '../evidence-link.ts';
import { inComment } from '../known.ts';
import { DEFAULT_LAYOUT } from '../yaml-layout.ts';
import { itemLines, pairLines } from '../yaml-write.ts';
import type { NewKind, NewPlace } from './kind.ts';

/** More links than this for one control are a search result rather than a proposal. */
const MOST_LINKS = 3;

/**
 * A control mapping of a system that has none: an entry for each control of the frameworks in scope, with the
 * sections that the workspace already has proposed as evidence.
 */
export const newControlMapping: NewKind = {
  kind: 'control-mapping',
  title: 'a control mapping',
  formats: ['yaml'],
  fileName: () => 'controls.yaml',
  write(place) {
    const { library, scope, graph, path } = place;
    const id = place.request.system ?? soleSystem(place);
    if (id === undefined) return 'a control mapping is for one AI system; name it with --system ID';
    const [existing] = graph.mappingsOf(id);
    if (existing !== undefined) return `${existing} is the control mapping of ${id} already`;
    const frameworks = scope.frameworks.length > 0 ? scope.frameworks : [scope.framework];
    const catalogs = frameworks.flatMap(each => library.catalog(each) ?? []);
    const entries = catalogs.flatMap(catalog => entriesOf(catalog, id, place));
    const proposed = entries.filter(each => each.links.length > 0).length;
    const default_ = catalogs.some(each => each.id === scope.framework) ? scope.framework : catalogs[0]?.id;
    const lines = [
      `# Statement of Applicability of ${id}. Each entry says how one control is met, and what shows it.`,
      '# Evidence that is proposed below was found by its heading: read it, and set the status to what is true.',
      'clausewright: control-mapping/1',
      ...systemBlock(id, place),
      ...(default_ === undefined ? [] : pairLines('framework', default_, DEFAULT_LAYOUT)),
      ...(frameworks.length > 1 ? pairLines('frameworks', frameworks, DEFAULT_LAYOUT) : []),
      'controls:',
      ...entries.flatMap(each => entryLines(each, path, default_)),
    ];
    const total = `${entries.length} controls, ${proposed} of them with evidence proposed.`;
    return { text: `${lines.join('\n')}\n`, notes: [total] };
  },
};

/** The one system that documents below the folder name. */
function soleSystem({ graph, request }: NewPlace): string | undefined {
  const inside = (path: string): boolean => request.folder === '' || path.startsWith(`${request.folder}/`);
  const kinds = ['model-card', 'dataset-card', 'impact-assessment'] as const;
  const named = kinds
    .flatMap(kind => graph.documents(kind))
    .filter(inside)
    .flatMap(path => graph.card(path)?.system ?? []);
  const systems = new Set(named);
  return systems.size === 1 ? [...systems][0] : undefined;
}

function systemBlock(id: string, { graph, request }: NewPlace): string[] {
  const owners = new Set(
    (['model-card', 'impact-assessment'] as const)
      .flatMap(kind => graph.documents(kind))
      .filter(path => graph.card(path)?.system === id)
      .flatMap(path => {
        const owner = graph.stated('owner', path)?.data;
        return owner === undefined ? [] : [{ path, owner }];
      })
      .map(({ path, owner }) => `${owner}\0${path}`),
  );
  const [only, ...others] = owners;
  const [owner, source] = only?.split('\0') ?? [];
  const known = owner !== undefined && others.every(each => each.startsWith(`${owner}\0`));
  const name = request.answers?.['name'];
  return [
    'system:',
    ...pairLines('id', id, DEFAULT_LAYOUT).map(line => `  ${line}`),
    ...(name === undefined ? [] : pairLines('name', name, DEFAULT_LAYOUT).map(line => `  ${line}`)),
    known
      ? `  ${pairLines('owner', owner, DEFAULT_LAYOUT)[0]} # from ${source}: owner`
      : '  # owner: not known yet; the person or team that answers for the system',
    '  # role: not known yet; provider, deployer, producer, customer or partner',
    '  # stage: not known yet; inception, design, verification, deployment, operation or retirement',
  ];
}

interface Proposed {
  readonly catalog: Catalog;
  readonly item: Item;
  readonly links: readonly Link[];
}

interface Link {
  readonly path: string;
  readonly fragment: string | undefined;
}

function entriesOf(catalog: Catalog, system: string, place: NewPlace): Proposed[] {
  const traits = { role: null, stage: null, riskClass: null, modelType: null, sector: null };
  return catalog.controls
    .filter(item => item.supersededBy === undefined && scopeFor(catalog, item, traits).inScope)
    .map(item => ({ catalog, item, links: linksFor(catalog, item, system, place) }));
}

/** What could show that a control is met: sections of the system's documents, and a document named as is usual. */
function linksFor(
  catalog: Catalog,
  item: Item,
  system: string,
  { graph, library, path, request, session }: NewPlace,
): Link[] {
  const inside = (each: string): boolean => request.folder === '' || each.startsWith(`${request.folder}/`);
  const belongs = (each: string, own: string | null): boolean =>
    own === system || (own === null && inside(each) && graph.mappingOf(each, undefined) === undefined);
  const sections: Link[] = candidatesWhere(catalog.qualified(item), belongs, graph, library)
    .slice(0, MOST_LINKS)
    .map(({ path: file, fragment }: Candidate) => ({ path: file, fragment }));
  const named = ['docs', 'policies', '.']
    .map(each =>
      inFolder(folderOf(path), each === '.' ? evidenceFileName(item) : `${each}/${evidenceFileName(item)}`),
    )
    .find(each => session.files.has(each));
  return named === undefined
    ? sections
    : [{ path: named, fragment: undefined }, ...sections].slice(0, MOST_LINKS);
}

function entryLines(
  { catalog, item, links }: Proposed,
  path: string,
  default_: string | undefined,
): string[] {
  const id = catalog.id === default_ ? item.id : catalog.qualified(item);
  const evidence = links.map(link => evidenceLink(path, link.path, link.fragment));
  const fields = links.length === 0 ? { status: 'planned' } : { status: 'partial', evidence };
  const [first = '', ...more] = itemLines({ id, ...fields }, DEFAULT_LAYOUT, 'controls', DEFAULT_LAYOUT.list);
  return [`  ${first} # ${inComment(item.title)}`, ...more.map(line => `  ${line}`)];
}
