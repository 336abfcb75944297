import type { ParsedDocument } from '../model/document.ts';
import type { OutlineItem } from '../model/outline.ts';
import { placeholdersIn } from '../model/placeholders.ts';
import { substanceOf } from '../model/substance.ts';
import type { MarkdownTree } from '../syntax/markdown/tree.ts';
import type { Span } from '../text/span.ts';
import type { Fact, FactData } from './facts.ts';

/** What `section:<path>#<slug>` says. */
export interface SectionFact {
  readonly [key: string]: FactData;
  readonly title: string;
  readonly substance: string;
  /** The first placeholder in the section, as written. */
  readonly placeholder: string | null;
}

/** The sections of a Markdown document, by the fragments that lead to them, and its body as a whole. */
export function sectionFacts(path: string, outline: readonly OutlineItem[], body: MarkdownTree): Fact[] {
  const facts: Fact[] = [];
  const slugs: string[] = [];
  for (const item of outline) {
    const names = item.slug === undefined ? item.ids : [item.slug, ...item.ids];
    for (const name of names) {
      slugs.push(name);
      facts.push({ key: `section:${path}#${name}`, data: () => sectionData(item, body), span: item.heading });
    }
  }
  facts.push({ key: `sections:${path}`, data: slugs, span: { start: 0, end: 0 } });
  facts.push({
    key: `substance:${path}`,
    data: () => wholeData(body),
    span: { start: body.span.start, end: body.span.start },
  });
  return facts;
}

function sectionData(item: OutlineItem, body: MarkdownTree): SectionFact {
  return {
    title: item.title,
    substance: substanceOf(body.sections, item.extent),
    placeholder: firstPlaceholder(body, item.extent),
  };
}

function wholeData(body: MarkdownTree): SectionFact {
  return {
    title: '',
    substance: substanceOf(body.sections, body.span),
    placeholder: firstPlaceholder(body, body.span),
  };
}

function firstPlaceholder(body: MarkdownTree, span: Span): string | null {
  for (const { start, value } of body.sections) {
    if (start >= span.end || start + value.text.length <= span.start) continue;
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
  return { key: `substance:${path}`, data, span: { start: 0, end: 0 } };
}
