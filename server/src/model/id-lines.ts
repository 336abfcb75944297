import type { Section } from '../syntax/markdown/section.ts';
import type { Local } from '../text/span.ts';
import { withoutComments } from './placeholders.ts';

/** A line that may hold a control's id, with HTML comments blanked; the span is local to its section. */
export interface IdLine extends Local {
  readonly text: string;
  /** What looks like an id of ISO/IEC 42001, as written. */
  readonly ids: readonly string[];
}

/** What every id of ISO/IEC 42001's annex or clauses has, and hardly anything else. */
const CANDIDATE = /(?<![\w.])A[.-]\d{1,2}[.-]\d|[Cc]lauses?\s+\d/;
const ID = /(?<![\w.])(?:A[.-]\d{1,2}(?:[.-]\d{1,2}){1,2}|[Cc]lauses?\s+\d{1,2}(?:\.\d{1,2}){0,2})/g;
/** Ids stand within a sentence; a longer line is a table of data, or minified. */
const LONGEST = 4000;

/** The lines of a section outside of code that may hold an id, its heading included. */
export function idLinesIn(section: Section): readonly IdLine[] {
  if (!CANDIDATE.test(section.text)) return [];
  const text = withoutComments(section);
  const found: IdLine[] = [];
  for (const block of section.blocks) {
    if (block.kind === 'code' || block.kind === 'rule') continue;
    const raw = text.slice(block.from, block.to);
    if (!CANDIDATE.test(raw)) continue;
    for (const line of raw.matchAll(/[^\r\n]+/g)) {
      const ids = line[0].length > LONGEST ? [] : [...line[0].matchAll(ID)].map(hit => hit[0]);
      if (ids.length === 0) continue;
      const from = block.from + line.index;
      found.push({ from, to: from + line[0].length, text: line[0], ids });
    }
  }
  return found;
}

/** What a section's text names that decides how its bare ids are meant. */
export interface NamedStandards {
  /** ISO/IEC 42001. */
  readonly management: boolean;
  /** Another standard, or an appendix of the document's own, whose numbers look the same. */
  readonly other: boolean;
}

/** Whether a section names ISO/IEC 42001, and whether it names something else with ids such as A.5.1. */
export function standardsNamedIn(section: Section): NamedStandards {
  return {
    management: /\b42001\b/.test(section.text),
    other:
      /\b(?:27\d{3}|20000|22301)\b/.test(section.text) ||
      /^[#* \t]{0,20}(?:appendix|annex)[ \t]+A\b(?![^\r\n]*(?:42001|control))/im.test(section.text),
  };
}
