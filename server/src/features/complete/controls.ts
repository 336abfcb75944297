import type { Catalog } from '../../catalog/catalog.ts';
import type { Item } from '../../catalog/types.ts';
import type { Span } from '../../text/span.ts';
import type { FeatureContext } from '../context.ts';
import { basisInWords, controlMarkdown } from '../hover/control.ts';
import { workspaceMarkdown } from '../hover/workspace.ts';
import { type Completion, rank } from './item.ts';

/** How control ids are offered somewhere. */
export interface ControlsWanted {
  readonly span: Span;
  /** What is typed so far. */
  readonly typed: string;
  /** Turns an id into what is inserted. */
  insert(id: string): { readonly text: string; readonly snippet: boolean };
  /** Qualified ids that are there already. */
  readonly used: ReadonlySet<string>;
  /** Qualified ids that come first, with the reason. */
  readonly first?: ReadonlyMap<string, string>;
  /** The frameworks whose ids are offered; others are offered by name, and opened once it is typed. */
  readonly frameworks: readonly string[];
}

/** The controls that can be named: by id, by any part of the title, of the frameworks in scope. */
export function controlCompletions(context: FeatureContext, wanted: ControlsWanted): Completion[] {
  const { library } = context;
  const named = /^([a-z][a-z0-9.-]*):/.exec(wanted.typed)?.[1];
  const opened = named === undefined ? undefined : library.catalog(named);
  const frameworks = opened === undefined ? wanted.frameworks : [opened.id];
  const items = frameworks.flatMap((framework, order) => {
    const catalog = library.catalog(framework);
    return catalog === undefined ? [] : ofCatalog(context, wanted, catalog, order);
  });
  return opened === undefined
    ? [...items, ...suggested(context, wanted), ...otherFrameworks(context, wanted)]
    : items;
}

function ofCatalog(
  context: FeatureContext,
  wanted: ControlsWanted,
  catalog: Catalog,
  order: number,
): Completion[] {
  return catalog.controls.map((item, index) =>
    controlItem(context, wanted, catalog, item, `${order}${rank(index)}`),
  );
}

function controlItem(
  context: FeatureContext,
  wanted: ControlsWanted,
  catalog: Catalog,
  item: Item,
  order: string,
): Completion {
  const qualified = catalog.qualified(item);
  const id = catalog.id === context.framework ? item.id : qualified;
  const used = wanted.used.has(qualified);
  const reason = wanted.first?.get(qualified);
  const { text, snippet } = wanted.insert(id);
  const place = used ? 'z' : reason !== undefined ? 'a' : isNamed(item, wanted.typed) ? 'c' : 'm';
  return {
    label: id,
    kind: 'control',
    detail: `${item.title}${used ? ' · already here' : ''}${reason === undefined ? '' : ` · ${reason}`}`,
    documentation: () =>
      controlMarkdown(context.library, { catalog, item }, workspaceMarkdown(context, { catalog, item })),
    insert: text,
    snippet,
    span: wanted.span,
    // An id typed in full is offered as such, and any word of the title finds it.
    filterText: id === item.id ? `${id} ${item.title}` : `${id} ${item.id} ${item.title}`,
    sortText: `${place}${order}`,
    ...(used ? { used: true } : {}),
  };
}

/** Whether the title holds every word that was typed; the id need not be known to find a control. */
function isNamed({ title }: Item, typed: string): boolean {
  const words = typed.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return words.length > 0 && words.every(word => title.toLowerCase().includes(word));
}

/** Ids of frameworks out of scope that are worth naming here, such as the other ends of crosswalk pairs. */
function suggested(context: FeatureContext, wanted: ControlsWanted): Completion[] {
  return [...(wanted.first?.keys() ?? [])].flatMap((qualified, index) => {
    const known = context.library.item(qualified);
    if (known === undefined || wanted.frameworks.includes(known.catalog.id)) return [];
    return [controlItem(context, wanted, known.catalog, known.item, rank(index))];
  });
}

function otherFrameworks({ library }: FeatureContext, wanted: ControlsWanted): Completion[] {
  return library.heads
    .filter(head => !wanted.frameworks.includes(head.id))
    .map((head, index) => ({
      label: `${head.id}:`,
      kind: 'framework' as const,
      detail: head.name,
      insert: `${head.id}:`,
      snippet: false,
      span: wanted.span,
      filterText: `${head.id}: ${head.name}`,
      sortText: `y${rank(index)}`,
      again: true,
    }));
}

/** The other ends of a control's crosswalk pairs with what they rest on, for `satisfies`. */
export function crosswalkOf(
  { library }: FeatureContext,
  qualified: string | undefined,
): ReadonlyMap<string, string> {
  const pairs = qualified === undefined ? [] : library.crosswalks.of(qualified);
  return new Map(pairs.map(({ id, basis, publisher }) => [id, `paired, ${basisInWords(basis, publisher)}`]));
}
