import type {
  CancellationToken,
  ProgressToken,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Context } from '../context.ts';
import { cancelled } from '../errors.ts';
import { slices } from '../slices.ts';
import { keyOf } from '../uris.ts';

/** Documents that are sent together while the rest is still being checked. */
const CHUNK = 200;

/**
 * workspace/diagnostic. Reports the documents whose findings differ from what the client has. A client that takes
 * partial results and is up to date is answered when something has changed, so that it need not ask again and again.
 */
export async function workspaceDiagnostic(
  context: Context,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  await context.loader().ready;
  const previous = new Map(params.previousResultIds.map(each => [keyOf(each.uri) ?? each.uri, each]));
  const sender =
    params.partialResultToken === undefined ? undefined : senderTo(context, params.partialResultToken);
  for (;;) {
    const { items, sent } = await collect(context, previous, token, sender);
    if (sender === undefined) return { items };
    if (items.length > 0) sender(items);
    if (sent + items.length > 0 || previous.size === 0) return { items: [] };
    await context.waiters.wait(stop => token.onCancellationRequested(stop));
    if (context.isEnding()) return { items: [] };
  }
}

type Items = WorkspaceDocumentDiagnosticReport[];
type Previous = Map<string, { readonly uri: string; readonly value: string }>;

function senderTo(context: Context, token: ProgressToken): (items: Items) => void {
  return items => context.sendPartial(token, { items });
}

async function collect(
  context: Context,
  previous: Previous,
  token: CancellationToken,
  send: ((items: Items) => void) | undefined,
): Promise<{ items: Items; sent: number }> {
  const { workspace } = context;
  const pause = slices(context.platform);
  const seen = new Set<string>();
  let items: Items = [];
  let sent = 0;
  workspace.settle();
  for (const uri of workspace.uris) {
    if (token.isCancellationRequested) throw cancelled();
    const key = keyOf(uri) ?? uri;
    seen.add(key);
    const item = reportOf(context, uri, previous.get(key)?.value);
    if (item !== undefined) items.push(item);
    if (send !== undefined && items.length >= CHUNK) {
      send(items);
      sent += items.length;
      items = [];
    }
    await pause();
  }
  for (const [key, { uri }] of previous) {
    if (!seen.has(key)) items.push({ kind: 'full', uri, version: null, items: [] });
  }
  return { items, sent };
}

/** What is new of a document; undefined where the client has it. */
function reportOf(
  { workspace, reports }: Context,
  uri: string,
  previous: string | undefined,
): WorkspaceDocumentDiagnosticReport | undefined {
  const view = workspace.view(uri);
  if (view === undefined) return undefined;
  const { resultId, diagnostics } = reports.report(view);
  if (resultId === previous) return undefined;
  return { kind: 'full', uri: view.uri, version: view.version, resultId, items: [...diagnostics] };
}
