import { textsAt } from '../../model/sectioned.ts';
import type { FeatureContext } from '../context.ts';
import { formatValues } from '../formats.ts';
import { frameworkMarkdown } from '../hover/framework.ts';
import { matches } from '../locate/path.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { escaped } from '../markdown.ts';
import { type Completion, rank, snippetText } from './item.ts';
import type { Slot } from './slot.ts';

/** The values that can stand at a place: those of its format, and what the workspace knows: people, systems, days. */
export function valueCompletions(context: FeatureContext, place: YamlPlace, slot: Slot): Completion[] {
  const { path } = place;
  const { values } = formatValues(context.library.cards, context.document.kind, path);
  const offered = values.map(({ value, meaning }) => ({ value, detail: meaning }));
  const known = offered.length > 0 ? offered : knownValues(context, place);
  const listed = listedAlready(context, place);
  return known.map(({ value, detail }, index) =>
    listed.has(value)
      ? asListed(valueItem(slot, value, detail, index))
      : valueItem(slot, value, detail, index),
  );
}

/** The values that the list of front matter around a place holds already. */
function listedAlready({ document }: FeatureContext, { path, within, text }: YamlPlace): ReadonlySet<string> {
  const { model } = document;
  const [key] = path;
  if (!('metadata' in model) || typeof key !== 'string' || path.length > 2) return new Set();
  if (within !== 'list' && path.length < 2) return new Set();
  return new Set(
    textsAt(model.metadata, key)
      .map(each => each.value.value)
      .filter(value => value !== text),
  );
}

function asListed(item: Completion): Completion {
  return { ...item, used: true, sortText: `z${item.sortText}` };
}

function valueItem(slot: Slot, value: string, detail: string, index: number): Completion {
  const isFlag = value === 'true' || value === 'false';
  const text = isFlag ? slot.scalar('x').replace(/x$/, value) : slot.scalar(value);
  return {
    label: value,
    kind: 'value',
    detail,
    ...(detail === '' ? {} : { documentation: () => escaped(detail) }),
    insert: snippetText(text),
    snippet: true,
    span: slot.span,
    filterText: detail === '' ? value : `${value} ${detail}`,
    sortText: rank(index),
  };
}

interface Known {
  readonly value: string;
  readonly detail: string;
}

function knownValues(context: FeatureContext, place: YamlPlace): Known[] {
  const { path } = place;
  const key = path.findLast(step => typeof step === 'string');
  const { kind } = context.document;
  if (kind === 'control-mapping') {
    const inEntry = matches(path, 'controls', '*', 'owner') || matches(path, 'system', 'owner');
    if (inEntry || (key === 'by' && path[0] === 'controls')) return people(context, key === 'by');
    if (['until', 'expires', 'on'].includes(String(key)) && path[0] === 'controls')
      return days(context, key === 'on');
    return [];
  }
  if (kind === 'config') return matches(path, 'review', 'people', '*') ? people(context, false) : [];
  if (path.length === 1 && key === 'system') return systems(context);
  if (kind === 'impact-assessment') {
    if (path.length === 1 && (key === 'assessor' || key === 'approver')) return people(context, false);
    if (path.length === 1 && key === 'assessed') return days(context, true);
    if (path.length === 1 && key === 'review_by') return days(context, false);
  }
  return [];
}

/** The people that the workspace names: owners of this mapping, reviewers of the configuration, code owners. */
function people({ document, scope, graph }: FeatureContext, reviewers: boolean): Known[] {
  const names = new Map<string, string>();
  const add = (name: string | undefined, detail: string): void => {
    if (name !== undefined && !names.has(name)) names.set(name, detail);
  };
  for (const name of scope.people) add(name, 'may sign off');
  if (document.model.kind === 'control-mapping' && !reviewers) {
    add(document.model.system?.value.owner?.value, 'owner of the system');
    for (const { value } of document.model.entries) add(value.owner?.value, 'owner in this mapping');
  }
  for (const name of graph.codeOwners) add(name, 'code owner');
  return [...names].map(([value, detail]) => ({ value, detail }));
}

function systems({ graph }: FeatureContext): Known[] {
  return graph.mappings.flatMap(({ path, system }) =>
    system === null ? [] : [{ value: system, detail: path }],
  );
}

/** Today for what has happened; in half a year, a year and two for what is to come. */
function days({ session, scope }: FeatureContext, past: boolean): Known[] {
  const { today } = session;
  if (past) return [{ value: today, detail: 'today' }];
  const [year = '', ...rest] = today.split('-');
  const later = (years: number): string =>
    [Number(year) + years, ...rest].join('-').replace(/-02-29$/, '-02-28');
  const period = scope.reviewPeriod === 365 ? '' : `; a sign-off counts for ${scope.reviewPeriod} days`;
  return [
    { value: later(1), detail: `in a year${period}` },
    { value: later(2), detail: 'in two years' },
  ];
}

/** The ids of frameworks. `used` are those that stand there already. */
export function frameworkCompletions(
  context: FeatureContext,
  slot: Slot,
  used: ReadonlySet<string>,
): Completion[] {
  return context.library.heads
    .filter(head => !used.has(head.id))
    .map((head, index) => ({
      label: head.id,
      kind: 'framework' as const,
      detail: head.name,
      documentation: () => frameworkMarkdown(context, head.id) ?? '',
      insert: snippetText(slot.scalar(head.id)),
      snippet: true,
      span: slot.span,
      filterText: `${head.id} ${head.name} ${head.title}`,
      sortText: rank(index),
    }));
}
