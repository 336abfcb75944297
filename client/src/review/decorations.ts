import * as vscode from 'vscode';
import type { ComparedControl, CompareResult } from '../../../server/src/lsp/protocol.ts';
import { isWeaker, revisionName, stepText } from './words.ts';

/** Marks controls at their lines in control mappings. */
export interface Marks extends vscode.Disposable {
  /** Shows a comparison, or nothing. */
  show(result: CompareResult | undefined): void;
}

/** Marks in the gutter, the overview ruler and behind the line: a shape, words, and a colour that repeats them. */
export function lineMarks(): Marks {
  const types = {
    weaker: markType('M2 4h12L8 13z', 'weakened', { dark: '#f88070', light: '#a1260d' }),
    stronger: markType('M8 3l6 9H2z', 'strengthened', { dark: '#89d185', light: '#0b6e2e' }),
  };
  let latest: CompareResult | undefined;
  const mark = (editor: vscode.TextEditor): void => {
    const uri = editor.document.uri.toString();
    const here = (latest?.controls ?? []).filter(
      ({ place, hasEntry }) =>
        hasEntry && place !== undefined && vscode.Uri.parse(place.uri, true).toString() === uri,
    );
    const since = revisionName(latest?.revision ?? '');
    const optionsFor = (weaker: boolean): vscode.DecorationOptions[] =>
      here.filter(each => isWeaker(each) === weaker).flatMap(each => optionOf(editor.document, each, since));
    editor.setDecorations(types.weaker, optionsFor(true));
    editor.setDecorations(types.stronger, optionsFor(false));
  };
  const markAll = (): void => {
    for (const editor of vscode.window.visibleTextEditors) mark(editor);
  };
  const parts = vscode.Disposable.from(
    types.weaker,
    types.stronger,
    vscode.window.onDidChangeVisibleTextEditors(markAll),
  );
  return {
    show(result) {
      latest = result;
      markAll();
    },
    dispose: () => parts.dispose(),
  };
}

function optionOf(
  document: vscode.TextDocument,
  control: ComparedControl,
  since: string,
): vscode.DecorationOptions[] {
  const line = control.place?.range.start.line ?? 0;
  if (line >= document.lineCount) return [];
  const sign = isWeaker(control) ? '▼' : '▲';
  const hoverMessage = new vscode.MarkdownString();
  hoverMessage.appendText(`${control.shortId}: ${stepText(control)}`);
  for (const reason of control.reasons) hoverMessage.appendMarkdown('\n\n').appendText(reason);
  const contentText = `${sign} ${vscode.l10n.t('{0}, since {1}', stepText(control), since)}`;
  return [{ range: document.lineAt(line).range, hoverMessage, renderOptions: { after: { contentText } } }];
}

function markType(
  shape: string,
  name: 'weakened' | 'strengthened',
  colours: { readonly dark: string; readonly light: string },
): vscode.TextEditorDecorationType {
  const colour = new vscode.ThemeColor(`clausewright.${name}Foreground`);
  return vscode.window.createTextEditorDecorationType({
    gutterIconSize: '75%',
    dark: { gutterIconPath: picture(shape, colours.dark) },
    light: { gutterIconPath: picture(shape, colours.light) },
    overviewRulerColor: colour,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    after: { color: colour, margin: '0 2em', fontStyle: 'italic' },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}

function picture(shape: string, colour: string): vscode.Uri {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16"><path d="${shape}" fill="${colour}"/></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;utf8,${encodeURIComponent(text)}`);
}
