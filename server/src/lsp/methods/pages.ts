import type { TextDocumentContentParams, TextDocumentContentResult } from 'vscode-languageserver';
import { catalogPage } from '../../features/catalog-page.ts';
import { rewriteLinks } from '../../features/markdown.ts';
import type { Context } from '../context.ts';
import { refused } from '../errors.ts';
import { KNOWN } from '../known-findings.ts';
import { idOfPage, linkTargets, pageUri } from '../pages.ts';
import type { ControlEntry, ControlsResult, DocumentParams, DocumentResult } from '../protocol.ts';

/** workspace/textDocumentContent: the page of an item of a catalog. */
export function textDocumentContent(
  context: Context,
  { uri }: TextDocumentContentParams,
): TextDocumentContentResult {
  const id = idOfPage(uri);
  const { workspace, client } = context;
  workspace.settle();
  const page = id === undefined ? undefined : catalogPage(workspace.main.session, id);
  if (page === undefined) throw refused(`There is no page ${uri}: no catalog has such an item.`);
  return { text: rewriteLinks(page, linkTargets(workspace.main, client)) };
}

/** clausewright/controls: everything that has a page, the workspace's own frameworks first. */
export function controls({ workspace }: Context): ControlsResult {
  const { library } = workspace;
  const { session } = workspace.main;
  const used = session
    .graph(new Set())
    .mappings.flatMap(({ path }) => session.graph(new Set()).mapping(path)?.data.frameworks ?? []);
  const inUse = new Set(['iso-42001', ...session.scopeOf('').frameworks, ...used]);
  const heads = [...library.heads].sort((a, b) => Number(inUse.has(b.id)) - Number(inUse.has(a.id)));
  const entries = heads.flatMap(({ id: framework, name }): ControlEntry[] =>
    (library.catalog(framework)?.data.items ?? []).map(({ id, title }) => ({
      id,
      title,
      framework: name,
      uri: pageUri(framework, id),
    })),
  );
  return { controls: entries };
}

/** clausewright/document: what a document is, and how many of its findings a baseline keeps back. */
export async function documentKind(context: Context, { uri }: DocumentParams): Promise<DocumentResult> {
  await context.readySoon();
  const view = context.workspace.view(uri);
  const kind = view?.session.kindOf(view.path);
  if (view === undefined || kind === undefined) return {};
  if (view.session.scopeOf(view.path).baseline === undefined) return { kind };
  const known = context.workspace.findings(view).filter(each => each.suppressed === KNOWN);
  return { kind, known: known.length };
}
