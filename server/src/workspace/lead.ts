import type { Vocabulary } from '../catalog/vocabulary.ts';
import type { OutlineItem } from '../model/outline.ts';
import { masked, placeholdersIn } from '../model/placeholders.ts';
import type { SectionedModel } from '../model/sectioned.ts';
import { firstReaching } from '../model/substance.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { Local, Span } from '../text/span.ts';

/** Words that a text must have to describe something. */
const FEWEST_WORDS = 4;

/**
 * Index of the heading that is the document's own title and no section: the first one, where no other stands at
 * its level, or where it names no section of the vocabulary. -1 for a document that begins with a section.
 */
export function titleOf(
  outline: readonly OutlineItem[],
  vocabulary: Vocabulary,
  own?: ReadonlyMap<string, string>,
): number {
  const index = outline.findIndex(item => item.level > 0);
  const first = outline[index];
  if (first === undefined || first.style === 'bold') return -1;
  const peers = outline.filter(item => item.level === first.level).length - 1;
  const higher = outline.some(item => item.level > 0 && item.level < first.level);
  if (higher) return -1;
  const section = vocabulary.recogniseAll(first.title, own).length > 0;
  if (section) return first.level === 1 && peers === 0 ? index : -1;
  return first.level === 1 || peers === 0 ? index : -1;
}

/**
 * Whether real text stands before the first section: at the top of the body, under the title, or under a first
 * heading that names no section, such as the model's own name.
 */
export function leadSays(model: SectionedModel, ofHeading: readonly (readonly unknown[])[]): boolean {
  for (const [index, item] of model.outline.entries()) {
    if ((ofHeading[index]?.length ?? 0) > 0) return false;
    if (describes(model, item.own)) return true;
    if (item.level > 0 && index > 1) return false;
  }
  return false;
}

function describes(model: SectionedModel, span: Span): boolean {
  const sections = model.body?.sections ?? [];
  for (let index = firstReaching(sections, span.start); index < sections.length; index += 1) {
    const section = sections[index];
    if (section === undefined || section.start >= span.end) return false;
    const { start, value } = section;
    const stretch = { from: Math.max(0, span.start - start), to: span.end - start };
    if (value.content.some(block => isProse(value, block, stretch))) return true;
  }
  return false;
}

function isProse(section: Section, block: Local & { readonly kind: string }, stretch: Local): boolean {
  if (block.from < stretch.from || block.to > stretch.to) return false;
  if (block.kind !== 'paragraph' && block.kind !== 'table' && block.kind !== 'html') return false;
  if (section.derive(placeholdersIn).some(hole => hole.from >= block.from && hole.to <= block.to))
    return false;
  const words = masked(section)
    .slice(block.from, block.to)
    .replace(/!\[[^\][]*\]\([^()]*\)/g, ' ')
    .replace(/\[([^\][]*)\]\([^()]*\)/g, '$1')
    .replace(/<[^<>]*>|\{:[^{}]*\}/g, ' ')
    .match(/[\p{L}\p{N}]{2,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu);
  return (words?.length ?? 0) >= FEWEST_WORDS;
}
