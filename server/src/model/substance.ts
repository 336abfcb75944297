import type { Block } from '../syntax/markdown/blocks.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { Local, Placed, Span } from '../text/span.ts';
import { isBoilerplate } from './boilerplate.ts';
import { masked, placeholdersIn } from './placeholders.ts';
import { pseudoHeadingsIn } from './pseudo-headings.ts';

/** What a stretch of Markdown holds: real text, only marks of missing text, or nothing at all. */
export type Substance = 'text' | 'placeholder' | 'empty';

/** The most that stands in a stretch of a body; comments, headings and a template's own words say nothing. */
export function substanceOf(sections: readonly Placed<Section>[], span: Span): Substance {
  let best: Substance = 'empty';
  for (let index = firstReaching(sections, span.start); index < sections.length; index += 1) {
    const section = sections[index];
    if (section === undefined || section.start >= span.end) break;
    const { start, value } = section;
    if (span.start - start <= (value.heading?.blockEnd ?? 0) && start + value.text.length <= span.end) {
      const whole = value.derive(most);
      if (whole === 'text') return whole;
      if (whole === 'placeholder') best = whole;
      continue;
    }
    for (const piece of within(value.derive(pieces), span.start - start, span.end - start)) {
      if (piece.substance === 'text') return 'text';
      if (piece.substance === 'placeholder') best = 'placeholder';
    }
  }
  return best;
}

/** The most that stands in a whole section below its heading. */
function most(section: Section): Substance {
  const held = section.derive(pieces);
  if (held.some(each => each.substance === 'text')) return 'text';
  return held.some(each => each.substance === 'placeholder') ? 'placeholder' : 'empty';
}

/** Index of the first section that ends behind an offset; sections stand in order and without gaps. */
export function firstReaching(sections: readonly Placed<Section>[], offset: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const section = sections[middle];
    if (section !== undefined && section.start + section.value.text.length <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Those of some stretches, which stand in the order of the text, that lie wholly between two offsets. */
export function* within<T extends Local>(ordered: readonly T[], from: number, to: number): Iterable<T> {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ordered[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < ordered.length; index += 1) {
    const each = ordered[index];
    if (each === undefined || each.from >= to) return;
    if (each.to <= to) yield each;
  }
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly substance: Substance;
}

/** What each block below the heading holds. */
function pieces(section: Section): readonly Piece[] {
  const text = masked(section);
  const holes = section.derive(placeholdersIn);
  return section.content
    .flatMap(block => betweenHeadings(block, section))
    .flatMap((block): Piece[] => {
      if (block.kind === 'rule' || block.kind === 'heading') return [];
      if (block.kind === 'code')
        return [
          { ...block, substance: section.slice(block).replace(/[`~]/g, '').trim() === '' ? 'empty' : 'text' },
        ];
      const own = [...within(holes, block.from, block.to)];
      let rest = '';
      let done = block.from;
      for (const hole of own) {
        rest += text.slice(done, hole.from);
        done = hole.to;
      }
      rest += text.slice(done, block.to);
      const substance = isBoilerplate(rest)
        ? 'placeholder'
        : saysSomething(rest, section.slice(block), block.kind === 'html')
          ? 'text'
          : own.length > 0 || isShrug(rest)
            ? 'placeholder'
            : 'empty';
      return [{ from: block.from, to: block.to, substance }];
    });
}

/** A block of HTML without the headings in it, which stand for themselves; every other block as it is. */
function betweenHeadings(block: Block, section: Section): readonly Block[] {
  if (block.kind !== 'html') return [block];
  const headings = [...within(section.derive(headingStretches), block.from, block.to)];
  if (headings.length === 0) return [block];
  const ends = [block.from, ...headings.map(each => each.to)];
  return ends.map((from, index) => ({ ...block, from, to: headings[index]?.from ?? block.to }));
}

function headingStretches(section: Section): readonly Local[] {
  return section
    .derive(pseudoHeadingsIn)
    .map(({ lineStart, blockEnd }) => ({ from: lineStart, to: blockEnd }));
}

const SHRUG =
  /^(?:n\/?a|none|unknown|not (?:applicable|available|provided|specified|yet)|nothing|no information)\.?$/i;

/** Text that cannot be one: it begins with a letter that none begins with, or is a number. */
const NO_SHRUG = /^(?:[a-mo-tv-z]|\d+$)/i;

/** A lone "N/A" or "unknown": an answer that says nothing. */
export function isShrug(text: string): boolean {
  return !NO_SHRUG.test(text) && SHRUG.test(bare(text));
}

/** Words in a row, longer than any shrug; what is taken away from a text without `<*_{` leaves them whole. */
const PROSE = /[A-Za-z][A-Za-z ,]{30}/;

/** Letters or digits that remain once labels, marks, tags and pictures are taken away. */
function saysSomething(text: string, original: string, html: boolean): boolean {
  if (PROSE.test(text) && !/[<*_{]/.test(text)) return true;
  const words = bare(text);
  if (SHRUG.test(words)) return false;
  if (/[\p{L}\p{N}]/u.test(words)) return true;
  return !html && (original.match(/`[^`\r\n]+`/g) ?? []).some(code => /[\p{L}\p{N}]/u.test(code));
}

function bare(text: string): string {
  return text
    .replace(
      /^[ \t>]*(?:[-*+]|\d{1,3}[.)])?[ \t]*(?:\[ \][ \t]+)?(?:(?:\*\*|__)[^*_\r\n]{1,80}(?::(?:\*\*|__)|(?:\*\*|__)\s*:))?/gm,
      '',
    )
    .replace(/<[^<>]*>|\{:[^{}\r\n]*\}/g, ' ')
    .replace(/[*_`#|:-]+/g, ' ')
    .trim();
}
