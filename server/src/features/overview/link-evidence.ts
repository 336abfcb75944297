import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';
import type { ParsedDocument } from '../../model/document.ts';
import type { MappingModel } from '../../model/mapping.ts';
import { applyEdits, difference } from '../../text/edits.ts';
import { Source, type TextChange } from '../../text/source.ts';
import { defaultFramework } from '../../workspace/frameworks.ts';
import { addEntries, indexesFor } from '../../workspace/scaffold/entries.ts';
import { addEvidence } from '../../workspace/scaffold/entry-fields.ts';
import { evidenceLink } from '../../workspace/scaffold/evidence-link.ts';
import type { Session } from '../../workspace/session.ts';

/** Evidence to link: a file or a section of it, for a control by its qualified id. */
export interface Link {
  readonly control: string;
  readonly path: string;
  readonly fragment: string | undefined;
}

/** The edits, and how many of the links they hold. */
export interface Linking {
  readonly edits: readonly TextChange[];
  readonly linked: number;
}

/**
 * The edits of a mapping that link evidence: into the entries that it has, and in new entries, whose status is
 * `status`, for controls that have none. What an entry cannot take without being rewritten is left out.
 */
export function linkEvidence(
  session: Session,
  mapping: string,
  links: readonly Link[],
  status: string,
): Linking {
  const document = session.document(mapping);
  if (document?.model.kind !== 'control-mapping') return { edits: [], linked: 0 };
  const { model } = document;
  const resolved = resolvedIn(session, document, model);
  const edits: TextChange[] = [];
  const fresh = new Map<Item, { readonly catalog: Catalog; readonly targets: string[] }>();
  let linked = 0;
  for (const [control, targets] of byControl(links, mapping)) {
    const index = resolved.findIndex(each => each.qualified === control);
    if (index >= 0) {
      const made = intoEntry(session, document, index, targets);
      edits.push(...made);
      if (made.length > 0) linked += targets.length;
      continue;
    }
    const known = session.library.item(control);
    if (known !== undefined) fresh.set(known.item, { catalog: known.catalog, targets });
  }
  const added = newEntries(session, document, model, fresh, status);
  if (added !== undefined) linked += [...fresh.values()].reduce((sum, each) => sum + each.targets.length, 0);
  // Sorted, and stable: where a new entry follows the last one at the same offset, that one's evidence comes first.
  const all = [...edits, ...(added ?? [])].sort((a, b) => a.span.start - b.span.start);
  return { edits: all, linked };
}

function byControl(links: readonly Link[], mapping: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { control, path, fragment } of links)
    found.set(control, [...(found.get(control) ?? []), evidenceLink(mapping, path, fragment)]);
  return found;
}

/**
 * The same insertion as far in front as it can stand: at the end of the line above rather than at the start of the next,
 * where a new entry would come between.
 */
function movedForward(before: string, { span, text }: TextChange): TextChange {
  if (span.start !== span.end) return { span, text };
  let { start } = span;
  let moved = text;
  while (start > 0 && moved.endsWith(before.charAt(start - 1))) {
    moved = moved.slice(-1) + moved.slice(0, -1);
    start -= 1;
  }
  return { span: { start, end: start }, text: moved };
}

interface Resolved {
  readonly qualified: string | undefined;
  readonly item: Item | undefined;
}

function resolvedIn(
  { library, ...session }: Session,
  { path }: ParsedDocument,
  model: MappingModel,
): Resolved[] {
  const framework = defaultFramework(model, session.configurations.scopeOf(path).framework);
  return model.entries.map(({ value: { id } }) => {
    const reference = id === undefined ? undefined : library.resolve(id.value, framework);
    const item = reference?.item;
    return { item, qualified: item === undefined ? undefined : reference?.catalog.qualified(item) };
  });
}

/** Several links into one entry are written one after the other, each into the text that holds those before it. */
function intoEntry(
  session: Session,
  document: ParsedDocument,
  index: number,
  targets: readonly string[],
): TextChange[] {
  let now = document;
  let only: readonly TextChange[] | undefined;
  for (const target of targets) {
    const entry = now.model.kind === 'control-mapping' ? now.model.entries[index] : undefined;
    if (entry === undefined || now.model.kind !== 'control-mapping') return [];
    const made = addEvidence(now.source.text, now.model, entry, target);
    const next =
      made === undefined ? undefined : session.read(now.path, new Source(applyEdits(now.source.text, made)));
    if (made === undefined || next === undefined) return [];
    only = targets.length === 1 ? made : undefined;
    now = next;
  }
  if (only !== undefined) return [...only];
  const change = difference(document.source.text, now.source.text);
  return change === undefined ? [] : [movedForward(document.source.text, change)];
}

function newEntries(
  session: Session,
  document: ParsedDocument,
  model: MappingModel,
  fresh: ReadonlyMap<Item, { readonly catalog: Catalog; readonly targets: readonly string[] }>,
  status: string,
): TextChange[] | undefined {
  if (fresh.size === 0) return [];
  const resolved = resolvedIn(session, document, model);
  const usual = defaultFramework(model, session.scopeOf(document.path).framework);
  const catalogs = [...new Set([...fresh.values()].map(each => each.catalog))];
  const entries = catalogs.flatMap(catalog => {
    const order = new Map(catalog.data.items.map((item, index) => [item, index]));
    const items = [...fresh.keys()]
      .filter(item => fresh.get(item)?.catalog === catalog)
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const known = resolved.map(({ item, qualified }) =>
      qualified?.startsWith(`${catalog.id}:`) === true ? item : undefined,
    );
    const indexes = indexesFor(catalog, items, known);
    return items.map((item, index) => ({
      id: catalog.id === usual ? item.id : catalog.qualified(item),
      fields: { status, evidence: fresh.get(item)?.targets ?? [] },
      comment: item.title,
      index: indexes[index] ?? model.entries.length,
    }));
  });
  return addEntries(document.source.text, model, entries);
}
