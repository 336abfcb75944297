import type {
  CancellationToken,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
} from 'vscode-languageserver';
import { documentOf } from '../at.ts';
import type { Context } from '../context.ts';
import { cancelled } from '../errors.ts';

/** textDocument/diagnostic */
export async function diagnostic(
  context: Context,
  params: DocumentDiagnosticParams,
  token: CancellationToken,
): Promise<DocumentDiagnosticReport> {
  await context.readySoon();
  if (token.isCancellationRequested) throw cancelled();
  const view = documentOf(context, params);
  if (view === undefined) return { kind: 'full', items: [] };
  const { resultId, diagnostics } = context.reports.report(view);
  return params.previousResultId === resultId
    ? { kind: 'unchanged', resultId }
    : { kind: 'full', resultId, items: [...diagnostics] };
}
