import type { ParsedDocument } from '../model/document.ts';
import type { OutlineItem } from '../model/outline.ts';
import { placeholdersIn } from '../model/placeholders.ts';
import { firstReaching, substanceOf } from '../model/substance.ts';
import type { MarkdownTree } from '../syntax/markdown/tree.ts';
import type { Source } from '../text/source.ts';
import { type Span, START } from '../text/span.ts';
import { textFact } from './evidence-facts.ts';
import type { Fact, FactData } from './facts.ts';
import type { PartFacts } from './parts.ts';

/** What `section:<path>#<slug>` says, and `substance:<path>` of a whole body. */
export interface SectionFact {
  readonly [key: string]: FactData;
  readonly title: string;
  readonly substance: string;
  /** The first placeholder in the section, as written. */
  readonly placeholder: string | null;
}

/** What a Markdown file says of its sections as a whole: their names, and whether there is any text. */
export function bodyFacts(path: string, outline: readonly OutlineItem[], body: MarkdownTree): Fact[] {
  const { start } = body.span;
  return [
    { key: `sections:${path}`, data: () => outline.flatMap(namesOf), span: START },
    { key: `substance:${path}`, data: () => sectionData('', body.span, body), span: { start, end: start } },
  ];
}

/** The fragments that a heading answers to. */
function namesOf({ slug, ids }: OutlineItem): readonly string[] {
  return slug === undefined ? ids : [slug, ...ids];
}

/** The facts about each section of a Markdown file: what it holds, and its text. */
export class SectionParts implements PartFacts {
  private readonly path: string;
  private readonly outline: readonly OutlineItem[];
  private readonly body: MarkdownTree;
  private readonly source: Source;
  private readonly made = new Map<string, readonly Fact[]>();
  /** The headings of each fragment, once somebody has asked. */
  private byName: ReadonlyMap<string, readonly OutlineItem[]> | undefined;

  constructor(path: string, outline: readonly OutlineItem[], body: MarkdownTree, source: Source) {
    this.path = path;
    this.outline = outline;
    this.body = body;
    this.source = source;
  }

  under(key: string): readonly Fact[] {
    const known = this.made.get(key);
    if (known !== undefined) return known;
    const kind = key.slice(0, key.indexOf(':'));
    const start = `${kind}:${this.path}#`;
    if (!key.startsWith(start)) return [];
    this.byName ??= byName(this.outline);
    const items = this.byName.get(key.slice(start.length)) ?? [];
    const facts = items.flatMap(item => this.factOf(kind, key, item));
    this.made.set(key, facts);
    return facts;
  }

  *all(): Iterable<Fact> {
    for (const name of new Set(this.outline.flatMap(namesOf))) {
      yield* this.under(`section:${this.path}#${name}`);
      yield* this.under(`text:${this.path}#${name}`);
    }
  }

  private factOf(kind: string, key: string, item: OutlineItem): readonly Fact[] {
    if (kind === 'text') return [textFact(key, this.source, item.extent)];
    const data = (): SectionFact => sectionData(item.title, item.extent, this.body);
    return kind === 'section' ? [{ key, data, span: item.heading }] : [];
  }
}

function byName(outline: readonly OutlineItem[]): ReadonlyMap<string, readonly OutlineItem[]> {
  const found = new Map<string, OutlineItem[]>();
  for (const item of outline) {
    for (const name of namesOf(item)) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [item]);
      else known.push(item);
    }
  }
  return found;
}

function sectionData(title: string, extent: Span, body: MarkdownTree): SectionFact {
  return {
    title,
    substance: substanceOf(body.sections, extent),
    placeholder: firstPlaceholder(body, extent),
  };
}

function firstPlaceholder(body: MarkdownTree, span: Span): string | null {
  for (let index = firstReaching(body.sections, span.start); index < body.sections.length; index += 1) {
    const section = body.sections[index];
    if (section === undefined || section.start >= span.end) break;
    const { start, value } = section;
    const hole = value
      .derive(placeholdersIn)
      .find(each => start + each.from >= span.start && start + each.to <= span.end);
    if (hole !== undefined) return hole.text;
  }
  return null;
}

/** A text that is no Markdown as a whole: it says something as soon as it holds a letter or a digit. */
export function plainSubstance({ path, source }: ParsedDocument): Fact {
  const data = (): SectionFact => ({
    title: '',
    substance: /[\p{L}\p{N}]/u.test(source.text) ? 'text' : 'empty',
    placeholder: null,
  });
  return { key: `substance:${path}`, data, span: START };
}
