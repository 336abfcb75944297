import { Derived } from '../../text/derived.ts';
import type { Local } from '../../text/span.ts';
import type { Block } from './blocks.ts';
import { findComments, type HtmlComment } from './comments.ts';
import { type Heading, headingOf } from './heading.ts';

/**
 * A heading at the outermost level with everything up to the next one; or the text before the first heading.
 * A pure function of its own text, with offsets local to it, so that it outlives edits elsewhere.
 */
export class Section extends Derived {
  /** The section's characters, heading included. */
  readonly text: string;
  /** All leaf blocks, the heading's own first. */
  readonly blocks: readonly Block[];
  /** The heading, absent only in the text before the first one. */
  readonly heading: Heading | undefined;

  constructor(text: string, blocks: readonly Block[]) {
    super();
    this.text = text;
    this.blocks = blocks;
    const first = blocks[0];
    this.heading = first?.kind === 'heading' && first.depth === 0 ? headingOf(first, text) : undefined;
  }

  /** HTML comments outside of code, in the order of the text. */
  get comments(): readonly HtmlComment[] {
    return this.derive(commentsOf);
  }

  /** The blocks below the heading. */
  get content(): readonly Block[] {
    return this.heading === undefined ? this.blocks : this.derive(belowHeading);
  }

  /** The characters of a local stretch. */
  slice(local: Local): string {
    return this.text.slice(local.from, local.to);
  }
}

function belowHeading(section: Section): readonly Block[] {
  return section.blocks.slice(1);
}

function commentsOf(section: Section): readonly HtmlComment[] {
  return findComments(section.text, section.blocks);
}
