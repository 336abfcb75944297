import { type ProseLine, proseLinesIn } from '../../model/prose-lines.ts';
import type { SectionedModel } from '../../model/sectioned.ts';
import type { Section } from '../../syntax/markdown/section.ts';
import { at, type Local, type Span } from '../../text/span.ts';

/** What a pattern found in the prose of a document, with its place in the file. */
export interface ProseMatch {
  readonly hit: RegExpExecArray;
  readonly line: ProseLine;
  readonly span: Span;
}

/** The same with its place in the section. */
interface LocalMatch extends Local {
  readonly hit: RegExpExecArray;
  readonly line: ProseLine;
}

const NONE: readonly LocalMatch[] = [];

/**
 * Looks for a pattern in the prose of documents, once in each section for as long as its text stays. `quick` says
 * whether a section is worth looking at.
 */
export function proseMatcher(quick: RegExp, pattern: RegExp): (model: SectionedModel) => ProseMatch[] {
  const inSection = (section: Section): readonly LocalMatch[] => {
    if (!quick.test(section.text)) return NONE;
    return section.derive(proseLinesIn).flatMap(line =>
      [...line.text.matchAll(pattern)].map((hit): LocalMatch => {
        const from = line.from + hit.index;
        return { hit, line, from, to: from + hit[0].length };
      }),
    );
  };
  return model => {
    const found: ProseMatch[] = [];
    for (const { start, value } of model.body?.sections ?? [])
      for (const match of value.derive(inSection))
        found.push({ hit: match.hit, line: match.line, span: at(start, match) });
    return found;
  };
}
