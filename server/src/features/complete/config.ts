import type { RuleInfo } from '../../workspace/finding.ts';
import type { FeatureContext } from '../context.ts';
import { SECTIONED_KINDS } from '../explain.ts';
import { conceptMarkdown } from '../hover/heading.ts';
import { groupMarkdown, ruleMarkdown } from '../hover/rule.ts';
import { matches } from '../locate/path.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { controlCompletions } from './controls.ts';
import { type Completion, rank, snippetText } from './item.ts';
import { keyCompletions } from './keys.ts';
import { keyText, type Slot } from './slot.ts';
import { frameworkCompletions, valueCompletions } from './values.ts';

/** Suggestions in clausewright.yaml. */
export function configCompletions(
  context: FeatureContext,
  place: YamlPlace,
  slot: Slot,
  rules: readonly RuleInfo[],
): Completion[] {
  const { path, role } = place;
  if (role === 'value') {
    if (matches(path, 'framework') || matches(path, 'frameworks') || matches(path, 'frameworks', '*'))
      return frameworkCompletions(
        context,
        slot,
        new Set(path[0] === 'frameworks' ? context.scope.frameworks : []),
      );
    if (matches(path, 'suppressions', 'forbid') || matches(path, 'suppressions', 'forbid', '*'))
      return ruleCompletions(context, rules, slot, new Set(context.scope.forbidden));
    const opened = controlOf(context, place, slot);
    return opened ?? valueCompletions(context, place, slot);
  }
  const owner = role === 'gap' ? path : path.slice(0, -1);
  const newKey = role === 'gap' || place.open;
  const behind = newKey ? ': ' : '';
  const used = new Set(place.siblings.keys());
  if (matches(owner, 'rules'))
    return ruleCompletions(context, rules, slot, used).map(each => ({
      ...each,
      insert: `${each.label}${behind}`,
      again: newKey,
    }));
  if (matches(owner, 'needed')) return neededKeys(context, slot, used, behind);
  if (matches(owner, 'headings')) return conceptKeys(context, slot, used, newKey);
  if (matches(owner, 'frameworks') && role === 'gap')
    return frameworkCompletions(
      context,
      { ...slot, scalar: text => `- ${slot.scalar(text)}` },
      new Set(context.scope.frameworks),
    );
  return keyCompletions(context, place, owner, slot);
}

/** Rule ids, then their groups. */
export function ruleCompletions(
  context: FeatureContext,
  rules: readonly RuleInfo[],
  slot: Pick<Slot, 'span' | 'scalar'>,
  used: ReadonlySet<string>,
): Completion[] {
  const groups = [...new Set(rules.map(rule => rule.id.slice(0, rule.id.indexOf('/'))))];
  const offered = [
    ...rules.map(rule => ({ id: rule.id, detail: rule.summary, told: () => ruleMarkdown(context, rule) })),
    ...groups.map(id => ({ id, detail: `all rules of ${id}/`, told: () => groupMarkdown(id, rules) ?? '' })),
  ];
  return offered
    .filter(({ id }) => !used.has(id))
    .map(({ id, detail, told }, index) => ({
      label: id,
      kind: 'rule' as const,
      detail,
      documentation: told,
      insert: slot.scalar(id),
      snippet: false,
      span: slot.span,
      filterText: id,
      sortText: rank(index),
    }));
}

function neededKeys(
  context: FeatureContext,
  slot: Slot,
  used: ReadonlySet<string>,
  behind: string,
): Completion[] {
  const frameworks = frameworkCompletions(context, slot, used).map(each => ({
    ...each,
    insert: `${each.label}${behind}`,
    snippet: false,
    again: true,
  }));
  const { framework } = context;
  const controls = controlCompletions(context, {
    span: slot.span,
    typed: slot.typed.includes(':') ? slot.typed : `${framework}:${slot.typed}`,
    frameworks: [],
    used,
    // A key names its framework always; `needed` has no bare ids.
    insert: id => ({
      text: snippetText(`${keyText(id.includes(':') ? id : `${framework}:${id}`, false)}${behind}`),
      snippet: true,
    }),
  });
  return [...frameworks, ...controls];
}

/** Behind `iso-42001:` without a blank an id may follow, or a blank and the strength for all of the framework. */
function controlOf(context: FeatureContext, place: YamlPlace, slot: Slot): Completion[] | undefined {
  const { path } = place;
  const framework = path[1];
  const { text } = context.document.source;
  if (!matches(path, 'needed', '*') || typeof framework !== 'string' || place.text !== '') return undefined;
  if (text.charAt(slot.span.start - 1) !== ':' || context.library.catalog(framework) === undefined)
    return undefined;
  const start = slot.span.start - framework.length - 1;
  if (text.slice(start, slot.span.start - 1) !== framework) return undefined;
  const typed = `${framework}:`;
  return neededKeys(context, { ...slot, span: { start, end: slot.span.end }, typed }, new Set(), ': ');
}

function conceptKeys(
  context: FeatureContext,
  slot: Slot,
  used: ReadonlySet<string>,
  newKey: boolean,
): Completion[] {
  const offered = new Map<string, Completion>();
  for (const kind of SECTIONED_KINDS) {
    const vocabulary = context.library.vocabulary(kind);
    for (const concept of vocabulary.concepts) {
      if (used.has(concept.id) || offered.has(concept.id)) continue;
      offered.set(concept.id, {
        label: concept.id,
        kind: 'section',
        detail: `${vocabulary.data.title}: ${concept.title}`,
        documentation: () => conceptMarkdown(context, concept),
        insert: newKey ? `${concept.id}: [$0]` : concept.id,
        snippet: newKey,
        span: slot.span,
        filterText: `${concept.id} ${concept.title}`,
        sortText: rank(offered.size),
      });
    }
  }
  return [...offered.values()];
}
