import { newDocument as started } from '../../workspace/scaffold/new/new-document.ts';
import { prepared } from '../../workspace/scaffold/new/prepared.ts';
import type { Context } from '../context.ts';
import { invalid, refused } from '../errors.ts';
import type { NewParams, NewResult, SystemEntry, SystemsResult } from '../protocol.ts';
import { keyOf } from '../uris.ts';

/** clausewright/new: the text of a document to be created, from what the workspace knows once it was read. */
export async function newDocument(context: Context, params: NewParams): Promise<NewResult> {
  const { kind, folder, system, format, answers } = params;
  if (typeof kind !== 'string') throw invalid('The request names no kind of document: "kind" is missing.');
  await context.loader().ready;
  const { workspace } = context;
  const below = folder === undefined ? workspace.locations.roots[0] : folderPath(context, folder);
  if (below === undefined || workspace.locations.folders.length === 0)
    throw refused('A new document needs a folder of the workspace to lie in.');
  const git = await context.loader().host.repository?.(below);
  workspace.settle();
  const { session, uriOf } = workspace.main;
  const request = { kind, folder: below, system, format, answers, git };
  const made = started(session, await prepared(session, request, context.loader().host));
  if ('problem' in made) throw refused(`${made.problem.charAt(0).toUpperCase()}${made.problem.slice(1)}.`);
  const uri = uriOf(made.path);
  if (uri === undefined) throw refused(`${made.path} lies in no folder of the workspace.`);
  return { uri, path: made.path, text: made.text, notes: made.notes };
}

/** The workspace path of a folder's URI; a workspace folder itself is its prefix. */
function folderPath({ workspace }: Context, uri: string): string | undefined {
  const { locations } = workspace;
  const key = keyOf(uri)?.replace(/(?<!\/)\/+$/, '');
  const own = locations.folders.find(each => keyOf(each.uri)?.replace(/(?<!\/)\/+$/, '') === key);
  return own?.prefix ?? locations.pathOf(uri);
}

/** clausewright/systems: the AI systems that the workspace names. */
export function systems({ workspace }: Context): SystemsResult {
  workspace.settle();
  const { session, uriOf } = workspace.main;
  const graph = session.graph(new Set());
  const found = new Map<string, SystemEntry>();
  for (const { path, system } of graph.mappings) {
    if (system === null || found.has(system)) continue;
    const name = graph.mapping(path)?.data.name ?? undefined;
    const mapping = uriOf(path);
    found.set(system, {
      id: system,
      ...(name === undefined ? {} : { name }),
      ...(mapping === undefined ? {} : { mapping }),
    });
  }
  for (const kind of ['model-card', 'dataset-card', 'impact-assessment'] as const)
    for (const path of graph.documents(kind)) {
      const id = graph.card(path)?.system ?? null;
      if (id !== null && !found.has(id)) found.set(id, { id });
    }
  return { systems: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) };
}
