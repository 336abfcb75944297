import type { Local } from '../../text/span.ts';
import { definitionsIn } from './definitions.ts';
import { scanInline } from './inline.ts';
import type { Section } from './section.ts';

/** How a link is written. `definition` is the `[label]: target` of reference links, `html` an `href` or `src`. */
export type LinkKind = 'inline' | 'image' | 'definition' | 'autolink' | 'html';

/** A link of Markdown. Its span holds all of it; offsets are local to the section. */
export interface Link extends Local {
  readonly kind: LinkKind;
  /** The characters of the target, without brackets, quotes and title; empty for `[text]()`. */
  readonly destination: Local;
  /** What the destination says once backslash escapes and entities are read. Percent codes stay. */
  readonly target: string;
  /** Whether the destination stands between `<` and `>`, where blanks need no code. */
  readonly angled: boolean;
}

/**
 * The links of a section in the order of the text, those in code and comments left out. Use it with
 * `section.derive(linksIn)`. The time is linear in the section's length for any text.
 */
export function linksIn(section: Section): readonly Link[] {
  const { text } = section;
  if (!/[[<]/.test(text)) return [];
  const found: Link[] = definitionsIn(section);
  for (const block of section.blocks) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    for (const link of scanInline(text, block)) found.push(link);
  }
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}
