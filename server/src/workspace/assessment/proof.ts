import type { Concepts } from '../../model/assessment/concepts.ts';
import { assessmentOf } from '../../model/assessment/read.ts';
import { markdownModel } from '../../model/sectioned.ts';
import { splitFrontMatter } from '../../syntax/frontmatter.ts';
import { createBlockParser } from '../../syntax/markdown/blocks.ts';
import { parseMarkdown } from '../../syntax/markdown/tree.ts';

/** What a part of a document should be read as. */
export type Expected =
  | { readonly lead: string }
  | { readonly other: readonly { readonly title: string; readonly text: string }[] }
  | { readonly concept: string; readonly text: string | undefined; readonly rows: number };

/** Stands behind the part: a fence or a comment that the part leaves open would swallow it. */
const SENTINEL = '\n\n## Sentinel section\n\nsentinel text\n';

/** Reads parts of a document as they are written, to see whether they say what they should. */
export class Proof {
  private readonly concepts: Concepts;
  private readonly blocks = createBlockParser();

  constructor(concepts: Concepts) {
    this.concepts = concepts;
  }

  /** Whether a part is read as expected, between a title before it and a section behind it. */
  holds(part: string, expected: Expected): boolean {
    const text = `# Title\n\n${part}${SENTINEL}`;
    const body = parseMarkdown(this.blocks, text, { start: 0, end: text.length });
    const model = markdownModel('impact-assessment', splitFrontMatter(''), undefined, body);
    const { title, lead, sections, other, records } = assessmentOf(model, text, this.concepts);
    const last = other.at(-1);
    if (
      title?.value !== 'Title' ||
      last?.title !== 'Sentinel section' ||
      last.text?.value !== 'sentinel text'
    )
      return false;
    const rest = other.slice(0, -1);
    if ('lead' in expected) return lead?.value === expected.lead && sections.size === 0 && rest.length === 0;
    if (lead !== undefined) return false;
    if ('other' in expected) {
      const [one] = expected.other;
      const [read] = rest;
      return (
        sections.size === 0 &&
        rest.length === 1 &&
        read?.title === one?.title &&
        (read?.text?.value ?? '') === one?.text
      );
    }
    const rows = Object.values(records).reduce((sum, list) => sum + list.length, 0);
    const own = sections.get(expected.concept);
    return (
      rest.length === 0 &&
      sections.size === 1 &&
      own !== undefined &&
      (own.text?.value ?? '') === (expected.text ?? '') &&
      rows === expected.rows
    );
  }
}
