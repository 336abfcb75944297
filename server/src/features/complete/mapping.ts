import { lastBefore } from '../../text/sorted.ts';
import type { FeatureContext } from '../context.ts';
import { beginsWith, matches } from '../locate/path.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { type ControlsWanted, controlCompletions, crosswalkOf } from './controls.ts';
import { evidenceCompletions } from './evidence.ts';
import { type Completion, snippetText } from './item.ts';
import { keyCompletions } from './keys.ts';
import { keyText, type Slot } from './slot.ts';
import { frameworkCompletions, valueCompletions } from './values.ts';

/** Suggestions in a control mapping. */
export function mappingCompletions(
  context: FeatureContext,
  place: YamlPlace,
  slot: Slot,
  offset: number,
): Completion[] {
  const { path, role } = place;
  if (role === 'value') {
    if (matches(path, 'controls', '*', 'id'))
      return ids(context, place, slot, id => snippetText(slot.scalar(id)));
    if (matches(path, 'controls') && place.open) return newEntries(context, place, slot, '- ');
    if (matches(path, 'controls', '*') && place.within === 'list')
      return [...newEntries(context, place, slot, ''), ...after(keyCompletions(context, place, path, slot))];
    if (beginsWith(path, 'controls', '*', 'satisfies')) return satisfied(context, slot, offset);
    const key = path[3];
    const isPath =
      path[2] === 'evidence' &&
      (path.length <= 4 || (path.length === 5 && ['path', 'covers'].includes(String(path[4]))));
    if (path[0] === 'controls' && (isPath || path[5] === 'covers')) {
      const evidence = evidenceCompletions(context, slot, controlAt(context, offset));
      const isItem = path.length === 4 && typeof key === 'number' && place.open && /^\w*$/.test(place.text);
      return isItem ? [...evidence, ...keyCompletions(context, place, path, slot)] : evidence;
    }
    if (matches(path, 'framework') || matches(path, 'frameworks') || matches(path, 'frameworks', '*'))
      return frameworkCompletions(context, slot, new Set(path[0] === 'frameworks' ? context.frameworks : []));
    return valueCompletions(context, place, slot);
  }
  if (matches(path, 'controls') && role === 'gap') {
    const isMap = place.within === 'map' && place.siblings.size > 0;
    return newEntries(context, place, slot, isMap ? 'key' : place.flow ? '' : '- ');
  }
  if (role === 'key' && matches(path, 'controls', '*')) {
    const closed = !place.open;
    return closed
      ? ids(context, place, slot, id => snippetText(keyText(id, place.flow)))
      : newEntries(context, place, slot, 'key');
  }
  const owner = role === 'gap' ? path : path.slice(0, -1);
  if (role === 'gap' && isNewList(place)) return listStart(context, place, slot, offset);
  return keyCompletions(context, place, owner, slot);
}

/** Suggestions moved behind others. */
function after(items: readonly Completion[]): Completion[] {
  return items.map(each => ({ ...each, sortText: `n${each.sortText}` }));
}

/** A blank line below a key without a value, where a list is expected: its first item. */
function isNewList({ path, within, siblings, flow }: YamlPlace): boolean {
  if (flow) return false;
  const listKey =
    matches(path, 'controls', '*', 'evidence') ||
    matches(path, 'controls', '*', 'satisfies') ||
    matches(path, 'frameworks');
  return listKey && (within === 'list' || siblings.size === 0);
}

function listStart(context: FeatureContext, place: YamlPlace, slot: Slot, offset: number): Completion[] {
  const dashed: Slot = { ...slot, indent: slot.indent + 2, scalar: text => `- ${slot.scalar(text)}` };
  const item: YamlPlace = { ...place, path: [...place.path, 0] };
  if (place.path.at(-1) === 'satisfies') return satisfied(context, dashed, offset);
  if (place.path[0] === 'frameworks')
    return frameworkCompletions(context, dashed, new Set(context.frameworks));
  const keys = keyCompletions(context, item, item.path, dashed).map(each => ({
    ...each,
    insert: `- ${each.insert}`,
  }));
  return [...evidenceCompletions(context, dashed, controlAt(context, offset)), ...keys];
}

function ids(
  context: FeatureContext,
  place: YamlPlace,
  slot: Slot,
  insert: (id: string) => string,
): Completion[] {
  return controlCompletions(context, {
    ...wanted(context, slot),
    used: mapped(context, place.text),
    insert: id => ({ text: insert(id), snippet: true }),
  });
}

/** Whole entries: the id with what is asked for next. `form` says how an entry begins there. */
function newEntries(
  context: FeatureContext,
  place: YamlPlace,
  slot: Slot,
  form: '' | '- ' | 'key',
): Completion[] {
  const below = `\n${' '.repeat(slot.indent + 2)}`;
  const status = `status: \${1|planned,partial,implemented|}`;
  const insert = (id: string): string => {
    if (place.flow)
      return form === 'key'
        ? `${snippetText(keyText(id, true))}: { ${status} }`
        : `{ id: ${snippetText(slot.scalar(id))}, ${status} }`;
    if (form === 'key') return `${snippetText(keyText(id, false))}:${below}${status}`;
    const lead = /^ /.test(slot.scalar('x')) ? ' ' : '';
    const value = snippetText(slot.scalar(id).trimStart());
    const next = form === '- ' ? below : `\n${' '.repeat(slot.indent)}`;
    return `${lead}${form}id: ${value}${next}${status}`;
  };
  return controlCompletions(context, {
    ...wanted(context, slot),
    used: mapped(context, place.text),
    insert: id => ({ text: insert(id), snippet: true }),
  });
}

function satisfied(context: FeatureContext, slot: Slot, offset: number): Completion[] {
  const control = controlAt(context, offset);
  const entry = entryAt(context, offset);
  const used = new Set<string>();
  for (const { value } of entry?.satisfies ?? []) {
    const found = value === slot.typed ? undefined : context.library.resolve(value, context.framework);
    if (found?.item !== undefined) used.add(found.catalog.qualified(found.item));
  }
  return controlCompletions(context, {
    ...wanted(context, slot),
    frameworks: context.frameworks.filter(each => each !== context.framework),
    first: crosswalkOf(context, control),
    used,
    insert: id => ({ text: snippetText(slot.scalar(id)), snippet: true }),
  });
}

function wanted(
  { frameworks }: FeatureContext,
  slot: Slot,
): Pick<ControlsWanted, 'span' | 'typed' | 'frameworks'> {
  return { span: slot.span, typed: slot.typed, frameworks };
}

/** The controls that have an entry already; `own` is the id that is being typed. */
function mapped({ document, library, framework }: FeatureContext, own: string): Set<string> {
  const written = new Map<string, number>();
  if (document.model.kind !== 'control-mapping') return new Set();
  for (const { value } of document.model.entries)
    if (value.id !== undefined) written.set(value.id.value, (written.get(value.id.value) ?? 0) + 1);
  const here = written.get(own) ?? 0;
  if (here <= 1) written.delete(own);
  const used = new Set<string>();
  for (const id of written.keys()) {
    const found = library.resolve(id, framework);
    if (found?.item !== undefined) used.add(found.catalog.qualified(found.item));
  }
  return used;
}

function entryAt({ document }: FeatureContext, offset: number) {
  if (document.model.kind !== 'control-mapping') return undefined;
  return lastBefore(document.model.entries, offset, ({ start, value }) => start + value.from)?.value;
}

/** The control whose entry stands at an offset. */
function controlAt(context: FeatureContext, offset: number): string | undefined {
  const id = entryAt(context, offset)?.id?.value;
  const found = id === undefined ? undefined : context.library.resolve(id, context.framework);
  return found?.item === undefined ? undefined : found.catalog.qualified(found.item);
}
