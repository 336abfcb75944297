import type { Graph } from '../../graph.ts';
import { folderOf, inFolder } from '../../paths.ts';
import type { Session } from '../../session.ts';
import type { SystemFacts } from '../evidence-document.ts';
import type { NewFormat, NewPlace, NewRequest, NewText } from './kind.ts';
import { NEW_KINDS } from './registry.ts';

/** A document that can be created as it stands. */
export interface NewDocument extends NewText {
  /** Workspace path, at which there is no file yet. */
  readonly path: string;
}

/** Why a document is not written, as a sentence for the user without its full stop. */
export interface NewProblem {
  readonly problem: string;
}

/**
 * Starts a document from what the workspace knows. Nothing is written and no existing file is ever named: the host
 * creates the file. Pure.
 */
export function newDocument(session: Session, request: NewRequest): NewDocument | NewProblem {
  const kind = NEW_KINDS.find(each => each.kind === request.kind);
  if (kind === undefined) return { problem: `there is no kind "${request.kind}" of document to start` };
  const format = request.format ?? formatOf(request.path) ?? kind.formats[0] ?? 'markdown';
  if (!kind.formats.includes(format))
    return { problem: `${kind.title} is not written as ${format}, but as ${kind.formats.join(' or ')}` };
  const graph = session.graph(new Set());
  const folder = placeOf(request, graph);
  const path = request.path ?? inFolder(folder, kind.fileName(request, format));
  if (session.files.has(path)) return { problem: `${path} is there already; it was left as it is` };
  const written = kind.write(placeAt(session, request, path, format));
  return typeof written === 'string' ? { problem: written } : { path, ...written };
}

/** A new document's surroundings, as its kind is handed them. */
export function placeAt(session: Session, request: NewRequest, path: string, format: NewFormat): NewPlace {
  const graph = session.graph(new Set());
  const mapping = graph.mappingOf(path, request.system);
  return {
    session,
    request,
    path,
    format,
    system: systemFacts(request, mapping?.data),
    mapping: mapping?.path,
    library: session.library,
    scope: session.scopeOf(path),
    graph,
  };
}

/** The format that a file name asks for. */
function formatOf(path: string | undefined): NewFormat | undefined {
  if (path === undefined) return undefined;
  return /\.ya?ml$/i.test(path) ? 'yaml' : 'markdown';
}

/** The folder that is documented: that of a system's mapping where one is named outside of it. */
function placeOf({ folder, system }: NewRequest, graph: Graph): string {
  const [mapping] = system === undefined ? [] : graph.mappingsOf(system);
  if (mapping === undefined) return folder;
  const own = folderOf(mapping);
  return own === '' || folder === own || folder.startsWith(`${own}/`) ? folder : own;
}

interface MappingNames {
  readonly system: string | null;
  readonly name: string | null;
  readonly owner: string | null;
}

function systemFacts({ system }: NewRequest, mapping: MappingNames | undefined): SystemFacts {
  return {
    id: system ?? mapping?.system ?? undefined,
    name: mapping?.name ?? undefined,
    owner: mapping?.owner ?? undefined,
  };
}
