import { type Diagnostic, languages, type TextDocument, type Uri } from 'vscode';
import type { DiagnosticProviderMiddleware, vsdiag } from 'vscode-languageclient';
import { showsWholeWorkspace } from './settings.ts';

/**
 * Keeps what is shown for documents that are not open as new as what the server says. The language client drops a
 * workspace result that arrives while it asks for the same document alone, drops that answer too once the document's
 * tab is gone, and still tells the server that it has the result. So a document without a tab is not asked for alone,
 * and a result that was dropped is asked for again.
 * @param isVisible whether a document has a tab
 */
export function diagnosticsMiddleware(
  isVisible: (document: TextDocument | Uri) => boolean,
): DiagnosticProviderMiddleware {
  const dropped = new Set<string>();
  return {
    provideDiagnostics: (document, previous, token, next) =>
      isVisible(document) ? next(document, previous, token) : undefined,
    provideWorkspaceDiagnostics: (previous, token, report, next) => {
      if (!showsWholeWorkspace()) return { items: [] };
      const known = previous.filter(({ uri }) => !dropped.has(uri.toString()));
      dropped.clear();
      const checked: vsdiag.ResultReporter = chunk => {
        report(chunk);
        for (const item of chunk?.items ?? [])
          if (!isVisible(item.uri) && !isShown(item)) dropped.add(item.uri.toString());
      };
      return next(known, token, checked);
    },
  };
}

/** Whether the findings of a report are those that are shown for its document. */
function isShown(report: vsdiag.WorkspaceDocumentDiagnosticReport): boolean {
  if (report.kind !== 'full') return true;
  const shown = languages.getDiagnostics(report.uri).filter(({ source }) => source === 'clausewright');
  return texts(shown) === texts(report.items);
}

function texts(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ range, message }) => `${range.start.line}:${range.start.character} ${message}`)
    .sort()
    .join('\n');
}
