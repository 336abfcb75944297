import type { CompletionItem, CompletionList, CompletionParams, MarkupContent } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver';
import { type Completion, complete } from '../../features/complete.ts';
import { rewriteLinks } from '../../features/markdown.ts';
import { RULES } from '../../rules/registry.ts';
import { placeOf } from '../at.ts';
import type { Context } from '../context.ts';
import { linkTargets } from '../pages.ts';
import { rangeOf } from '../positions.ts';
import type { View } from '../realm.ts';
import { withoutPlaceholders } from '../snippets.ts';

const KIND: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  control: CompletionItemKind.Constant,
  framework: CompletionItemKind.Module,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
  heading: CompletionItemKind.Reference,
  section: CompletionItemKind.Snippet,
  rule: CompletionItemKind.Event,
  keyword: CompletionItemKind.Keyword,
};

/** By what a suggestion is found again: the list it was in, and its place there. */
interface ItemData {
  readonly list: number;
  readonly index: number;
}

/** textDocument/completion */
export function completion(context: Context, params: CompletionParams): CompletionList | null {
  const place = placeOf(context, params);
  if (place === undefined) return null;
  const found = complete(place.session, place.path, place.offset, RULES);
  const targets = linkTargets(place.realm, context.client);
  const list = context.suggested.remember(found.map(each => () => documentationOf(each, targets)));
  const items = found.map((each, index) => itemOf(context, place, each, { list, index }));
  return { isIncomplete: false, items };
}

/** completionItem/resolve: works out the documentation. */
export function resolveCompletion(context: Context, item: CompletionItem): CompletionItem {
  const data: unknown = item.data;
  const documentation = isItemData(data) ? context.suggested.recall(data.list, data.index) : undefined;
  return documentation === undefined ? item : { ...item, documentation };
}

function documentationOf(
  { documentation }: Completion,
  targets: ReturnType<typeof linkTargets>,
): MarkupContent | undefined {
  return documentation === undefined
    ? undefined
    : { kind: 'markdown', value: rewriteLinks(documentation(), targets) };
}

function itemOf({ client }: Context, view: View, each: Completion, data: ItemData): CompletionItem {
  const isSnippet = each.snippet && client.snippets;
  const newText = each.snippet && !isSnippet ? withoutPlaceholders(each.insert) : each.insert;
  const item: CompletionItem = {
    label: each.label,
    kind: KIND[each.kind],
    filterText: each.filterText,
    sortText: each.sortText,
    textEdit: { range: rangeOf(view.source, each.span), newText },
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    data,
  };
  if (each.detail !== '') {
    item.detail = each.detail;
    if (client.labelDetails) item.labelDetails = { description: each.detail };
  }
  if (newText.includes('\n') && client.insertTextModes)
    item.insertTextMode = InsertTextMode.adjustIndentation;
  if (each.again === true && client.suggestsAgain)
    item.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
  return item;
}

function isItemData(data: unknown): data is ItemData {
  return (
    typeof data === 'object' &&
    data !== null &&
    'list' in data &&
    'index' in data &&
    typeof data.list === 'number' &&
    typeof data.index === 'number'
  );
}
