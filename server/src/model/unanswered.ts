import type { Block } from '../syntax/markdown/blocks.ts';
import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';
import { isInstruction } from './boilerplate.ts';

/** A stretch that waits for its author, with its characters. */
interface Waiting extends Local {
  readonly text: string;
}

/**
 * Help for the author that was left where the answer belongs. It counts only where nothing else stands in the section:
 * "Enter your text here" above an example is an instruction to the reader. `text` is the section's, comments blanked.
 */
export function requestsIn(section: Section, text: string): readonly Waiting[] {
  const blocks = spoken(section, text);
  if (blocks.length === 0 || blocks.length > 3) return [];
  const requests = blocks.filter(
    block => block.kind === 'paragraph' && isInstruction(text.slice(block.from, block.to)),
  );
  return requests.length === blocks.length ? requests.map(block => trimmed(block, text)) : [];
}

const BOX = /^[ \t>]*(?:[-*+]|\d{1,3}[.)])[ \t]+\[( |x|X)\][ \t]/;

/** The first of a section's boxes where they are all it holds, two at least, and none is ticked. */
export function untickedIn(section: Section, text: string): readonly Waiting[] {
  if (!text.includes('[ ]')) return [];
  const blocks = spoken(section, text);
  const boxes = blocks.map(block => BOX.exec(text.slice(block.from, block.to)));
  if (boxes.length < 2 || !boxes.every(box => box?.[1] === ' ')) return [];
  const first = blocks[0];
  if (first === undefined) return [];
  const from = text.indexOf('[ ]', first.from);
  return [{ from, to: from + 3, text: '[ ]' }];
}

/** The blocks of a section below its heading that hold anything to read. */
function spoken(section: Section, text: string): Block[] {
  const found: Block[] = [];
  for (const block of section.content) {
    if (block.kind === 'rule' || text.slice(block.from, block.to).trim() === '') continue;
    found.push(block);
  }
  return found;
}

function trimmed(block: Block, text: string): Waiting {
  const raw = text.slice(block.from, block.to);
  const from = block.from + (raw.length - raw.trimStart().length);
  const to = block.from + raw.trimEnd().length;
  return { from, to, text: text.slice(from, to) };
}
