import { masked } from '../../model/placeholders.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import type { Local, Span } from '../../text/span.ts';

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

/** What a pattern finds in the prose of a document, with its place in the file. */
export function matchesIn(
  model: SectionedModel,
  quick: RegExp,
  pattern: RegExp,
): { readonly hit: RegExpExecArray; readonly span: Span; readonly line: ProseLine }[] {
  return (model.body?.sections ?? []).flatMap(({ start, value }) => {
    if (!quick.test(value.text)) return [];
    return value.derive(proseLinesIn).flatMap(line =>
      [...line.text.matchAll(pattern)].map(hit => {
        const from = start + line.from + hit.index;
        return { hit, line, span: { start: from, end: from + hit[0].length } };
      }),
    );
  });
}
