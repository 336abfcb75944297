import type { ParsedDocument } from '../../model/document.ts';
import { placeholdersIn } from '../../model/placeholders.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import { firstReaching, within } from '../../model/substance.ts';
import { placeholdersInNode } from '../../model/yaml-placeholders.ts';
import { withoutComments } from '../../syntax/markdown/raw-comments.ts';
import { keyText } from '../../syntax/yaml/nodes.ts';
import { at, type Span } from '../../text/span.ts';
import { type ConceptState, headingsOf } from '../../workspace/concepts.ts';

/** A section or key that stands there and says nothing. */
export interface EmptyPlace {
  /** The heading's title or the key. */
  readonly span: Span;
  readonly title: string;
  /** The answer that says nothing, such as "N/A"; empty where nothing stands at all. */
  readonly says: string;
  /** Whether not even a comment guides the author. */
  readonly bare: boolean;
}

/** The first place of a concept, unless a placeholder stands in one of them: that is a finding of its own. */
export function emptyPlace(
  state: ConceptState,
  model: SectionedModel,
  document: ParsedDocument,
): EmptyPlace | undefined {
  const { text } = document.source;
  const items = headingsOf(state, model);
  if (items.some(item => hasPlaceholder(model, item.extent))) return undefined;
  const item = items[0];
  if (item !== undefined) {
    const inner = text.slice(item.extent.start, item.extent.end);
    const says = said(inner);
    return { span: item.heading, title: item.title, says, bare: !inner.includes('<!--') };
  }
  const key = state.keys[0];
  if (key === undefined) return undefined;
  const { start, value: pair } = key;
  const local = text.slice(start, start + pair.to);
  if (state.keys.some(each => placeholdersInNode(each.value.value, text.slice(each.start)).length > 0))
    return undefined;
  const says = pair.value.kind === 'scalar' && pair.value.value !== null ? pair.value.source : '';
  return { span: at(start, pair.key), title: keyText(pair.key) ?? local, says: says.trim(), bare: false };
}

function hasPlaceholder(model: SectionedModel, span: Span): boolean {
  const sections = model.body?.sections ?? [];
  for (let index = firstReaching(sections, span.start); index < sections.length; index += 1) {
    const section = sections[index];
    if (section === undefined || section.start >= span.end) return false;
    const { start, value } = section;
    for (const _ of within(value.derive(placeholdersIn), span.start - start, span.end - start)) return true;
  }
  return false;
}

/** What is left of a section's text without comments, headings and marks: the shrug that stands there. */
function said(text: string): string {
  const plain = withoutComments(text, 'goes')
    .replace(/^[ \t]*(?:#{1,6}[ \t].*|[-*_][ \t*_-]*$|<[^<>\r\n]*>[ \t]*$)/gm, '')
    .trim();
  return /^[^\r\n]{1,60}/.exec(plain)?.[0].trim() ?? '';
}
