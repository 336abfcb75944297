import type { Catalog } from '../../catalog/catalog.ts';
import { mentionsIn } from '../../catalog/mentions.ts';
import type { Item } from '../../catalog/types.ts';
import { claimsIn } from '../../model/claims.ts';
import { bodyOf } from '../../model/document.ts';
import type { ForeignModel } from '../../model/foreign/model.ts';
import { lastBefore } from '../../text/sorted.ts';
import { at, type Span, touches } from '../../text/span.ts';
import { foreignId } from '../../workspace/foreign-facts.ts';
import type { FeatureContext } from '../context.ts';
import { type Place, placeAt } from './locate.ts';
import { matches } from './path.ts';
import type { YamlPlace } from './yaml.ts';

/** A control or clause id that a document names. */
export interface ReferencePlace {
  /** The id's characters, without quotes. */
  readonly span: Span;
  readonly catalog: Catalog;
  /** Absent when the framework has no such item. */
  readonly item: Item | undefined;
  /** The id as written, without the framework in front. */
  readonly written: string;
  /** Whether the text itself names the framework. */
  readonly explicit: boolean;
  /** Where it stands: as a mapping's entry, in `satisfies`, as a claim of a document or section, or in prose. */
  readonly role: 'entry' | 'satisfies' | 'claim' | 'setting' | 'foreign' | 'prose';
}

/**
 * The control or clause id at an offset: the id or key of a mapping's entry, an item of `satisfies`, of `controls:` in
 * front matter, of an evidence comment, a key of `needed:` in the configuration, or an id in prose and comments. In
 * all but prose a bare number such as `6.1.3` counts.
 */
export function referenceAt(
  context: FeatureContext,
  offset: number,
  place: Place | undefined = placeAt(context.document, offset),
): ReferencePlace | undefined {
  const { model } = context.document;
  if (model.kind === 'foreign-mapping') return foreignReference(context, model, offset);
  if (place === undefined || model.kind === 'catalog') return undefined;
  const fixed =
    place.area === 'yaml' ? yamlReference(context, place, offset) : claimReference(context, offset);
  return fixed ?? proseReference(context, offset);
}

/** The id of an entry of another tool's mapping; one that no catalog has is not ours to speak of. */
function foreignReference(
  { library }: FeatureContext,
  model: ForeignModel,
  offset: number,
): ReferencePlace | undefined {
  const entry = model.entries.find(({ id }) => id.from <= offset && offset <= id.to);
  const known = entry === undefined ? undefined : library.item(foreignId(entry, library) ?? '');
  if (entry === undefined || known === undefined) return undefined;
  const span = { start: entry.id.from, end: entry.id.to };
  return { span, ...known, written: entry.id.value, explicit: true, role: 'foreign' };
}

function yamlReference(
  context: FeatureContext,
  place: YamlPlace,
  offset: number,
): ReferencePlace | undefined {
  const role = place.touching ? idRole(context, place) : undefined;
  if (role === undefined || place.text === '') return undefined;
  const { start, end } = place.span;
  const quoted = place.quote !== undefined;
  const closed = quoted && end - start > 1 && context.document.source.text.charAt(end - 1) === place.quote;
  const span = quoted ? { start: start + 1, end: closed ? end - 1 : end } : { start, end };
  // In front of the opening quote the cursor is not on the id yet.
  return touches(span, offset) ? resolved(context, place.text, span, role) : undefined;
}

function idRole({ document }: FeatureContext, place: YamlPlace): ReferencePlace['role'] | undefined {
  const { path, role, open } = place;
  const key = role === 'key' && (!open || place.within === 'map');
  if (document.kind === 'control-mapping') {
    if (
      role === 'value' &&
      (matches(path, 'controls', '*', 'id') || (matches(path, 'controls', '*') && isListed(path)))
    )
      return 'entry';
    if (key && matches(path, 'controls', '*')) return 'entry';
    if (
      role === 'value' &&
      (matches(path, 'controls', '*', 'satisfies') || matches(path, 'controls', '*', 'satisfies', '*'))
    )
      return 'satisfies';
    return undefined;
  }
  if (document.kind === 'config') return key && matches(path, 'needed', '*') ? 'setting' : undefined;
  return role === 'value' && (matches(path, 'controls') || matches(path, 'controls', '*'))
    ? 'claim'
    : undefined;
}

function isListed(path: YamlPlace['path']): boolean {
  return typeof path.at(-1) === 'number';
}

function claimReference(context: FeatureContext, offset: number): ReferencePlace | undefined {
  const body = bodyOf(context.document.model);
  const section = body === undefined ? undefined : lastBefore(body.sections, offset, each => each.start);
  if (section === undefined) return undefined;
  const claim = section.value.derive(claimsIn).find(each => touches(at(section.start, each), offset));
  return claim === undefined ? undefined : resolved(context, claim.id, at(section.start, claim), 'claim');
}

function resolved(
  { library, framework }: FeatureContext,
  text: string,
  span: Span,
  role: ReferencePlace['role'],
): ReferencePlace | undefined {
  const found = library.resolve(text, framework);
  if (found === undefined || found.written === '') return undefined;
  const { catalog, item, written, explicit } = found;
  return { span, catalog, item, written, explicit, role };
}

function proseReference(
  { document, library, frameworks }: FeatureContext,
  offset: number,
): ReferencePlace | undefined {
  const { lines, text } = document.source;
  const line = lines.lineAt(offset);
  const start = lines.start(line);
  // A line of a minified file may be a megabyte long; ids do not reach that far.
  const from = Math.max(start, offset - 2000);
  const to = Math.min(lines.contentEnd(line, text), offset + 200);
  const found = mentionsIn(text.slice(from, to), library, frameworks).find(each =>
    touches({ start: from + each.start, end: from + each.end }, offset),
  );
  if (found === undefined) return undefined;
  const { catalog, item, written, explicit } = found;
  const span = { start: from + found.start, end: from + found.end };
  return { span, catalog, item, written, explicit, role: 'prose' };
}
