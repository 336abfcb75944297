import type { Library } from '../../catalog/library.ts';
import type { Concept } from '../../catalog/types.ts';
import { controlNames } from '../control-names.ts';
import { inComment, type KnownFact } from './known.ts';

/** How a heading is written. */
export interface HeadingStyle {
  /** 1–6; 7 for a bold line that stands for a heading. */
  readonly level: number;
  /** Underlined instead of marked with `#`; only levels 1 and 2 can be. */
  readonly setext: boolean;
  /** Whether a blank line follows. */
  readonly blankBelow: boolean;
}

/** A heading in the plainest writing. */
export function headingStyle(level: number): HeadingStyle {
  return { level, setext: false, blankBelow: true };
}

/**
 * A section ready to be filled: its heading, what is already known with its sources, and the questions that remain
 * as a comment. Lines end in LF; no line break stands behind the last line.
 */
export function sectionText(
  concept: Concept,
  facts: readonly KnownFact[],
  style: HeadingStyle,
  library: Library,
): string {
  const gap = style.blankBelow || style.level > 6 ? '\n\n' : '\n';
  return `${headingText(concept.title, style)}${gap}${sectionBody(concept, facts, library)}`;
}

/** What stands below the heading of {@link sectionText}. */
export function sectionBody(concept: Concept, facts: readonly KnownFact[], library: Library): string {
  const answers = facts.filter(fact => fact.answers);
  const known = answers.map((fact, index) => {
    const before = answers[index - 1];
    const apart = before !== undefined && !(isItem(before) && isItem(fact));
    return apart ? `\n${fact.text}` : fact.text;
  });
  const guidance = guidanceText(concept, facts, library);
  return known.length === 0 ? guidance : `${known.join('\n')}\n\n${guidance}`;
}

/** The questions that a section answers, as an HTML comment: no reader of the document sees it. */
export function guidanceText(concept: Concept, facts: readonly KnownFact[], library: Library): string {
  const controls = controlNames(concept.controls, library);
  const hints = facts.filter(fact => !fact.answers);
  const task = hints.length < facts.length ? 'To be completed.' : 'To be written.';
  return [
    '<!--',
    inComment(controls === '' ? concept.summary : `${task} This section is evidence for ${controls}.`),
    ...concept.guidance.map(question => `- ${inComment(question)}`),
    ...hints.map(fact => inComment(`Known: ${fact.text} (from ${fact.source})`)),
    '-->',
  ].join('\n');
}

function headingText(title: string, style: HeadingStyle): string {
  if (style.level > 6) return `**${title}**`;
  if (style.setext && style.level <= 2)
    return `${title}\n${(style.level === 1 ? '=' : '-').repeat(Math.max(3, title.length))}`;
  return `${'#'.repeat(style.level)} ${title}`;
}

function isItem(fact: KnownFact): boolean {
  return fact.text.startsWith('- ');
}
