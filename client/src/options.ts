import { type LogOutputChannel, MarkdownString, type TextDocument, type Uri, workspace } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.ts';
import { diagnosticsMiddleware } from './diagnostics.ts';
import { JSON_NAMES } from './gate/recognise.ts';
import { forPreview, hoverWithPageLinks, withPageLinks } from './links.ts';

/** Languages whose documents the server is told of; it says nothing about those that are of no kind. */
export const LANGUAGES = ['markdown', 'mdx', 'yaml'] as const;

/** Where documents live that a person edits: not the old versions that Git shows, not output, not our own pages. */
export const SCHEMES = ['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web'] as const;

/**
 * The language client's options that are the same in every host.
 * @param isVisible whether a document has a tab
 */
export function clientOptions(
  log: LogOutputChannel,
  isVisible: (document: TextDocument | Uri) => boolean,
): LanguageClientOptions {
  return {
    documentSelector: SCHEMES.flatMap(scheme => [
      ...LANGUAGES.map(language => ({ scheme, language })),
      ...JSON_NAMES.map(pattern => ({ scheme, language: 'json', pattern })),
    ]),
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: 'clausewright',
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    // A function, as what it says may be another after a restart.
    initializationOptions: (): InitializationOptions => ({
      showsPlaces: true,
      reviews: true,
      trusted: workspace.isTrusted,
    }),
    markdown: { supportThemeIcons: true },
    middleware: {
      ...diagnosticsMiddleware(isVisible),
      // VS Code's own Markdown support has the outline and the folds of Markdown; a second set would only double them.
      provideDocumentSymbols: (document, token, next) =>
        isMarkdown(document) ? undefined : next(document, token),
      provideFoldingRanges: (document, context, token, next) =>
        isMarkdown(document) ? undefined : next(document, context, token),
      provideSelectionRanges: (document, positions, token, next) =>
        isMarkdown(document) ? undefined : next(document, positions, token),
      provideHover: async (document, position, token, next) => {
        const hover = await next(document, position, token);
        return hover ? hoverWithPageLinks(hover) : hover;
      },
      provideTextDocumentContent: async (uri, token, next) => {
        const page = await next(uri, token);
        return page ? forPreview(page) : page;
      },
      resolveCompletionItem: async (item, token, next) => {
        const resolved = await next(item, token);
        if (resolved?.documentation instanceof MarkdownString)
          resolved.documentation = withPageLinks(resolved.documentation);
        return resolved;
      },
    },
  };
}

function isMarkdown({ languageId }: TextDocument): boolean {
  return languageId === 'markdown';
}
