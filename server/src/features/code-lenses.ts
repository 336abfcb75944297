import { compareStrength } from '../catalog/types.ts';
import type { MappingModel } from '../model/mapping.ts';
import { at, type Span } from '../text/span.ts';
import type { EntryFact } from '../workspace/entry-facts.ts';
import { frameworkCoverage } from '../workspace/evidence/coverage.ts';
import type { Stated } from '../workspace/facts.ts';
import type { Session } from '../workspace/session.ts';
import { contextOf, type FeatureContext } from './context.ts';
import { entryState } from './control-state.ts';
import { outlineIn } from './sections.ts';
import { shortId, supportOf, TOP } from './support.ts';

/** A line of facts above a place. */
export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  /** What a click is about: the evidence of an entry, the controls of a section, a framework's coverage. */
  readonly about:
    | { readonly kind: 'evidence'; readonly control: string }
    | { readonly kind: 'supports'; readonly controls: readonly string[] }
    | { readonly kind: 'coverage'; readonly framework: string };
}

/** The lenses of a document: of a mapping one for each framework and entry, else one for each section in use. */
export function codeLenses(session: Session, path: string): CodeLens[] {
  const context = contextOf(session, path);
  if (context === undefined) return [];
  const { model } = context.document;
  if (model.kind === 'control-mapping') return [...coverageLenses(model, context), ...entryLenses(context)];
  return supportLenses(context);
}

/** `evidence: 2 · documented · 1 suspect` */
function entryLenses(context: FeatureContext): CodeLens[] {
  return ownEntries(context).flatMap((stated): CodeLens[] => {
    const control = stated.key.slice('entry:'.length);
    const known = context.library.item(control);
    if (known === undefined || !stated.data.applicable) return [];
    const { strength, needed, evidence } = entryState(context, known, stated);
    const suspect = evidence.filter(each => each.suspect).length;
    const parts = [`evidence: ${evidence.length === 0 ? 'none' : evidence.length}`];
    if (evidence.length > 0) parts.push(strength);
    if (suspect > 0) parts.push(`${suspect} suspect`);
    if (compareStrength(strength, needed) < 0) parts.push(`${needed} is needed`);
    return [{ span: stated.span, title: parts.join(' · '), about: { kind: 'evidence', control } }];
  });
}

/** `29 of 38 controls evidenced`: as strong as they need to be, in all mappings of the system. */
function coverageLenses(model: MappingModel, context: FeatureContext): CodeLens[] {
  const { session, graph, library, document } = context;
  const span = model.controls === undefined ? TOP : at(model.controls.start, model.controls.value.key);
  const own = graph.mapping(document.path)?.data.frameworks ?? [context.framework];
  return own.flatMap((framework): CodeLens[] => {
    const catalog = library.catalog(framework);
    if (catalog === undefined) return [];
    const { applicable, met } = frameworkCoverage(session, document.path, catalog);
    if (applicable === 0) return [];
    const name = own.length > 1 ? ` (${catalog.data.name})` : '';
    const title = `${met} of ${applicable} controls evidenced${name}`;
    return [{ span, title, about: { kind: 'coverage', framework } }];
  });
}

/** The entries that this mapping states, in its order; those whose id no catalog has are left out. */
function ownEntries({ document, library, framework, graph }: FeatureContext): Stated<EntryFact>[] {
  const { model, path } = document;
  if (model.kind !== 'control-mapping') return [];
  const known = new Map<string, Map<number, Stated<EntryFact>>>();
  const byStart = (id: string): Map<number, Stated<EntryFact>> => {
    const made =
      known.get(id) ??
      new Map(graph.entries(id).flatMap(each => (each.path === path ? [[each.span.start, each]] : [])));
    known.set(id, made);
    return made;
  };
  return model.entries.flatMap(({ start, value }) => {
    const { id } = value;
    const reference = id === undefined ? undefined : library.resolve(id.value, framework);
    if (id === undefined || reference?.item === undefined) return [];
    return byStart(reference.catalog.qualified(reference.item)).get(start + id.from) ?? [];
  });
}

/** `supports A.7.2, A.7.5` */
function supportLenses(context: FeatureContext): CodeLens[] {
  const { session, document, framework } = context;
  const { sections, whole } = supportOf(session, document);
  const lens = (span: Span, controls: readonly string[]): CodeLens => ({
    span,
    title: `supports ${controls.map(id => shortId(id, framework)).join(', ')}`,
    about: { kind: 'supports', controls },
  });
  const outline = outlineIn(document);
  const found = [...sections]
    .sort(([a], [b]) => a - b)
    .flatMap(([index, controls]) => {
      const item = outline[index];
      return item === undefined ? [] : [lens(item.heading, controls)];
    });
  return whole.length > 0 ? [lens(TOP, whole), ...found] : found;
}
