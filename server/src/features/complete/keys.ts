import type { FeatureContext } from '../context.ts';
import { type FormatKey, formatKeys } from '../formats.ts';
import { keyMarkdown } from '../hover/format.ts';
import { matches, type YamlPath } from '../locate/path.ts';
import type { YamlPlace } from '../locate/yaml.ts';
import { type Completion, rank, snippetText } from './item.ts';
import { keyText, type Slot } from './slot.ts';

/** The keys that the map at a path can still get, those that are asked for first. */
export function keyCompletions(
  context: FeatureContext,
  place: YamlPlace,
  path: YamlPath,
  slot: Slot,
): Completion[] {
  const { kind } = context.document;
  const asked = askedFor(context, path, place.siblings);
  return formatKeys(context.library.cards, kind, path)
    .filter(key => !place.siblings.has(key.name))
    .map((key, index) => keyItem(context, place, path, slot, key, asked.has(key.name), index));
}

function keyItem(
  { document, library }: FeatureContext,
  place: YamlPlace,
  path: YamlPath,
  slot: Slot,
  key: FormatKey,
  asked: boolean,
  index: number,
): Completion {
  // A key that has its colon keeps its value: only the name is replaced.
  const insert =
    place.role === 'key' && !place.open ? snippetText(key.name) : keyTemplate(key, place.flow, slot.indent);
  return {
    label: key.name,
    kind: 'key',
    detail: asked ? `missing · ${key.shape}` : key.shape,
    documentation: () =>
      keyMarkdown(library.cards, document.kind, { ...place, path: [...path, key.name], role: 'key' }) ?? '',
    insert,
    snippet: true,
    span: slot.span,
    filterText: key.name,
    sortText: `${asked ? 'a' : 'b'}${rank(index)}`,
    ...(key.values.length > 0 || RETRIGGER.has(key.name) ? { again: true } : {}),
  };
}

/** Keys whose values are offered though their format lists none. */
const RETRIGGER = new Set([
  'id',
  'path',
  'owner',
  'by',
  'on',
  'until',
  'expires',
  'framework',
  'system',
  'evidence',
  'satisfies',
  'controls',
  'frameworks',
]);

/** A key with the place for its value, as a snippet. */
export function keyTemplate(
  key: Pick<FormatKey, 'name' | 'shape' | 'inline'>,
  flow: boolean,
  indent: number,
): string {
  const name = snippetText(keyText(key.name, flow));
  const below = `\n${' '.repeat(indent + 2)}`;
  if (key.name === 'controls' && key.shape === 'list' && !flow) return `${name}:${below}- $0`;
  if (key.shape === 'list')
    return flow || key.inline === true || INLINE.has(key.name) ? `${name}: [$0]` : `${name}:${below}- $0`;
  if (key.shape === 'map') return flow ? `${name}: { $0 }` : `${name}:${below}$0`;
  return `${name}: $0`;
}

/** Lists that are short as a rule and so written on one line. */
const INLINE = new Set(['satisfies', 'frameworks', 'people', 'covers']);

/** The keys whose absence a reviewer would ask about. */
function askedFor(
  context: FeatureContext,
  path: YamlPath,
  siblings: ReadonlyMap<string, string>,
): Set<string> {
  const { document } = context;
  const { kind, model } = document;
  if (kind === 'control-mapping') {
    if (path.length === 0) return new Set(['clausewright', 'system', 'framework', 'controls']);
    if (matches(path, 'system')) return new Set(['id', 'name', 'owner', 'role', 'stage']);
    if (matches(path, 'controls', '*')) return entryAsks(context, path, siblings);
    if (matches(path, 'controls', '*', 'evidence', '*'))
      return new Set(siblings.has('url') || siblings.has('ticket') ? [] : ['path']);
    if (path.at(-1) === 'reviewed') return new Set(['by', 'on', 'digest']);
    return new Set();
  }
  if (path.length > 0)
    return new Set(kind === 'config' && matches(path, 'documents', '*') ? ['files', 'kind'] : []);
  if (kind === 'impact-assessment')
    return new Set([
      'system',
      'version',
      'assessor',
      'approver',
      'status',
      'assessed',
      'review_by',
      'triggers',
    ]);
  if (kind === 'model-card')
    return new Set([
      ...('metadata' in model && model.metadata.get('license') !== undefined ? [] : ['license']),
      'language',
      'library_name',
      'pipeline_tag',
      'base_model',
      'datasets',
    ]);
  return new Set(
    kind === 'dataset-card'
      ? ['license', 'language', 'pretty_name', 'size_categories', 'source_datasets', 'annotations_creators']
      : kind === 'space-card'
        ? ['title', 'sdk', 'app_file', 'license', 'models']
        : [],
  );
}

function entryAsks(
  { document }: FeatureContext,
  path: YamlPath,
  siblings: ReadonlyMap<string, string>,
): Set<string> {
  const asks = new Set<string>();
  if (typeof path[1] === 'number') asks.add('id');
  if (siblings.get('applicable') === 'false') {
    asks.add('justification');
    return asks;
  }
  asks.add('status');
  const system = document.model.kind === 'control-mapping' ? document.model.system?.value : undefined;
  if (system?.owner === undefined) asks.add('owner');
  if (siblings.get('status') !== 'planned') asks.add('evidence');
  return asks;
}
