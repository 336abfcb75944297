import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';
import { masked } from './placeholders.ts';

/** A line of prose that holds a digit; the text is blanked where comments and code stand. */
export interface ProseLine extends Local {
  readonly text: string;
}

/** Ids stand within a sentence; a longer line is a table of data, or minified. */
const LONGEST = 4000;

/** The lines of a section outside of code that may hold an id of any framework. */
export function proseLinesIn(section: Section): readonly ProseLine[] {
  if (!/\d/.test(section.text)) return [];
  const text = masked(section);
  return section.blocks.flatMap(block => {
    if (block.kind === 'code' || block.kind === 'rule') return [];
    return [...text.slice(block.from, block.to).matchAll(/[^\r\n]+/g)].flatMap(line => {
      if (line[0].length > LONGEST || !/\d/.test(line[0])) return [];
      const from = block.from + line.index;
      return [{ text: line[0], from, to: from + line[0].length }];
    });
  });
}
