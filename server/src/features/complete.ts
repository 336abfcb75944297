import type { RuleInfo } from '../workspace/finding.ts';
import type { Session } from '../workspace/session.ts';
import { commandCompletions, commentCompletions, directiveCompletions } from './complete/comments.ts';
import { configCompletions } from './complete/config.ts';
import { frontCompletions } from './complete/front.ts';
import type { Completion } from './complete/item.ts';
import { mappingCompletions } from './complete/mapping.ts';
import { sectionCompletions } from './complete/sections.ts';
import { slotOf } from './complete/slot.ts';
import { contextOf, type FeatureContext } from './context.ts';
import { directiveAt } from './locate/directive.ts';
import { placeAt } from './locate/locate.ts';
import type { YamlPlace } from './locate/yaml.ts';

export type { Completion } from './complete/item.ts';

/** Characters behind which suggestions are worth asking for without being told to. */
export const COMPLETION_TRIGGERS: readonly string[] = [':', ' ', '/', '#', '-', ',', '[', '"', "'", '.'];

/**
 * The suggestions at an offset (0-based UTF-16 code units) of a document, half-typed or not. Empty for files of no
 * kind and where nothing of ours can stand. `rules` are those that configuration and comments can name.
 */
export function complete(
  session: Session,
  path: string,
  offset: number,
  rules: readonly RuleInfo[] = [],
): Completion[] {
  const context = contextOf(session, path);
  if (context === undefined) return [];
  const { document } = context;
  const directive = directiveAt(document.source, offset);
  if (directive !== undefined) return directiveCompletions(context, directive, rules);
  const place = placeAt(document, offset);
  if (place === undefined) return [];
  if (place.area === 'yaml') return yamlCompletions(context, place, offset, rules);
  if (place.comment !== undefined) return commentCompletions(context, place.comment, offset);
  const { model } = document;
  return 'outline' in model ? sectionCompletions(context, model, place) : [];
}

function yamlCompletions(
  context: FeatureContext,
  place: YamlPlace,
  offset: number,
  rules: readonly RuleInfo[],
): Completion[] {
  const { source } = context.document;
  if (place.role === 'comment') {
    const word = /^#[ \t]*([a-z-]+)$/.exec(source.text.slice(place.span.start, offset))?.[1];
    return word === undefined || !'clausewright-'.startsWith(word)
      ? []
      : commandCompletions({ start: offset - word.length, end: offset });
  }
  const items = inPlace(context, place, offset, rules);
  // A word on a line of its own below a key is a value, or the first key of a map.
  if (place.role !== 'value' || !place.open || place.within !== 'map') return items;
  const key: YamlPlace = { ...place, role: 'key', path: [...place.path, place.text], siblings: new Map() };
  const known = new Set(items.map(each => each.label));
  return [...items, ...inPlace(context, key, offset, rules).filter(each => !known.has(each.label))];
}

function inPlace(
  context: FeatureContext,
  place: YamlPlace,
  offset: number,
  rules: readonly RuleInfo[],
): Completion[] {
  const { model, source } = context.document;
  const slot = slotOf(source.text, place, offset);
  if (model.kind === 'control-mapping') return mappingCompletions(context, place, slot, offset);
  if (model.kind === 'config') return configCompletions(context, place, slot, rules);
  return 'outline' in model ? frontCompletions(context, model, place, slot) : [];
}
